import { posix, resolve } from "node:path";
import { limit } from "../limit.ts";
import type { Picture, PictureFault } from "../model.ts";
import { cachedPath, type Entry, keyOf, readEntry, writeEntry } from "./cache.ts";
import { readOriginal } from "./original.ts";
import { measure, planVariants } from "./plan.ts";
import { variantPath } from "./variant-path.ts";

export interface PictureOptions {
  /** The site's folder, which no picture may lead out of. */
  readonly folder: string;
  /** What was encoded before; made when it does not exist, safe to delete. */
  readonly cache: string;
  /** In all frames of an original together, 50 million by default. */
  readonly pixelLimit?: number;
  /** Called when a picture is asked for and when one is done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Pictures {
  /** The file is relative to the site's folder; the width is the widest that it is shown, in CSS pixels (756). */
  read(file: string, use?: { readonly displayWidth?: number }): Promise<Picture | PictureFault>;
}

/** Hashes each original when it is asked for, and encodes it when the cache does not have it. */
export function openPictures({
  folder,
  pixelLimit = 50e6,
  onProgress,
  ...options
}: PictureOptions): Pictures {
  const cache = resolve(options.cache);
  // A decoded photo takes up to 200 MB, and its encodings keep every core busy.
  const inTurn = limit(2);
  const encoding = new Map<string, Promise<Entry | PictureFault>>();
  let done = 0;
  let total = 0;

  async function readPicture(file: string, displayWidth: number): Promise<Picture | PictureFault> {
    const original = await readOriginal(folder, file);
    if ("kind" in original) return original;
    const key = keyOf(original, { displayWidth, pixelLimit });
    const begun = encoding.get(key) ?? findEntry(original, key, displayWidth);
    encoding.set(key, begun);
    try {
      const entry = await begun;
      return "kind" in entry ? entry : asPicture(entry, cache, key, file);
    } finally {
      encoding.delete(key);
    }
  }

  async function findEntry(
    original: Buffer,
    key: string,
    displayWidth: number,
  ): Promise<Entry | PictureFault> {
    return (await readEntry(cache, key)) ?? (await makeEntry(original, key, displayWidth));
  }

  async function makeEntry(
    original: Buffer,
    key: string,
    displayWidth: number,
  ): Promise<Entry | PictureFault> {
    const { encodeSources, readFacts } = await import("./encode.ts");
    const facts = await readFacts(original);
    if ("reason" in facts) return { kind: "broken", ...facts };
    const pixels = facts.format === "svg" ? 0 : facts.width * facts.height * facts.frames;
    if (pixels > pixelLimit) return { kind: "too-large", pixels, limit: pixelLimit };
    const sources = await encodeSources(original, facts, planVariants(facts, displayWidth));
    if ("reason" in sources) return { kind: "broken", ...sources };
    return writeEntry(cache, key, facts, sources);
  }

  return {
    async read(file, { displayWidth = measure } = {}) {
      onProgress?.(done, ++total);
      const picture = await inTurn(() => readPicture(posix.normalize(file), displayWidth));
      onProgress?.(++done, total);
      return picture;
    },
  };
}

function asPicture(entry: Entry, cache: string, key: string, original: string): Picture {
  const sources = entry.sources.map(({ format, variants }) => ({
    type: format === "svg" ? "image/svg+xml" : `image/${format}`,
    variants: variants.map(({ width, height, bytes, hash }) => ({
      path: variantPath(original, hash, width, format),
      width,
      height,
      bytes,
      cached: cachedPath(cache, key, format, width),
    })),
  }));
  return { kind: "picture", original, width: entry.width, height: entry.height, sources };
}

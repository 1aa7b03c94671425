// What was encoded before, found by content. An entry is a manifest and the files of its variants. Each is written
// beside its place and renamed into it, the manifest last, so that a killed build or a second one at the same time
// never leaves half an entry that is believed.

import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { EncodedSource } from "./encode.ts";
import type { Facts, Format } from "./plan.ts";

/** What was made of one original, apart from its name. */
export interface Entry {
  readonly width: number;
  readonly height: number;
  readonly sources: readonly CachedSource[];
}

export interface CachedSource {
  readonly format: Format;
  readonly variants: readonly CachedVariant[];
}

export interface CachedVariant {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Eight hexadecimal digits that stand for the variant's content. */
  readonly hash: string;
}

/** Raise it when plan.ts or encode.ts come to make other bytes of the same original. */
const revision = 1;

/** The same for the same original, use and encoder. */
export function keyOf(original: Buffer, use: Readonly<Record<string, number>>): string {
  const parameters = JSON.stringify({ ...use, revision, sharp: sharpVersion() });
  return hashOf(parameters, original);
}

/** Read from its package file, because asking sharp itself would load it. */
function sharpVersion(): unknown {
  const require = createRequire(import.meta.url);
  return require(join(dirname(require.resolve("sharp")), "../package.json")).version;
}

export function cachedPath(folder: string, key: string, format: Format, width: number): string {
  return join(folder, `${key}-${width}.${format}`);
}

/** The entry, or undefined when a part of it is absent or does not have the size it was written with. */
export async function readEntry(folder: string, key: string): Promise<Entry | undefined> {
  const text = await orAbsent(readFile(join(folder, `${key}.json`), "utf8"));
  const entry = text === undefined ? undefined : parseEntry(text);
  if (entry === undefined) return undefined;
  const whole = await Promise.all(
    entry.sources.flatMap(({ format, variants }) =>
      variants.map(async ({ width, bytes }) => {
        const file = await orAbsent(stat(cachedPath(folder, key, format, width)));
        return file?.size === bytes;
      }),
    ),
  );
  return whole.every(Boolean) ? entry : undefined;
}

export async function writeEntry(
  folder: string,
  key: string,
  facts: Facts,
  encoded: readonly EncodedSource[],
): Promise<Entry> {
  await mkdir(folder, { recursive: true });
  const sources = await Promise.all(
    encoded.map(async ({ format, variants }) => ({
      format,
      variants: await Promise.all(
        variants.map(async ({ width, height, content }) => {
          await writeWhole(cachedPath(folder, key, format, width), content);
          const hash = hashOf(content).slice(0, 8);
          return { width, height, bytes: content.length, hash };
        }),
      ),
    })),
  );
  const entry = { width: facts.width, height: facts.height, sources };
  await writeWhole(join(folder, `${key}.json`), printEntry(entry));
  return entry;
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Error(`Cannot write "${path}"`, { cause: error });
  }
}

/** The manifest stands below its own hash: one that agrees is as `writeEntry` wrote it, and needs no other check. */
function printEntry(entry: Entry): string {
  const json = JSON.stringify(entry);
  return `${hashOf(json)}\n${json}\n`;
}

function parseEntry(text: string): Entry | undefined {
  const [hash, json = ""] = text.split("\n");
  return hash === hashOf(json) ? JSON.parse(json) : undefined;
}

function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 32);
}

async function orAbsent<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

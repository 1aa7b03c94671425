// What was encoded before, found by content. An entry is a manifest and the files of its variants. The manifest is
// written last, so that half an entry is never believed.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { hashOf, readValue, versionOf, writeValue } from "../cache.ts";
import { orAbsent } from "../error-code.ts";
import { writeWhole } from "../write-whole.ts";
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
  const parameters = JSON.stringify({ ...use, revision, sharp: versionOf("sharp") });
  return hashOf(parameters, original);
}

export function cachedPath(folder: string, key: string, format: Format, width: number): string {
  return join(folder, `${key}-${width}.${format}`);
}

/** The entry, or undefined when a part of it is absent or does not have the size it was written with. */
export async function readEntry(folder: string, key: string): Promise<Entry | undefined> {
  const entry = await readValue<Entry>(join(folder, `${key}.json`));
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
  await writeValue(join(folder, `${key}.json`), entry);
  return entry;
}

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { copyBelow } from "../copy-below.ts";
import type { Picture, Variant } from "../model.ts";

/** Copies every variant to its path. */
export async function copyVariants(pictures: Iterable<Picture>, output: string): Promise<void> {
  const variants = new Map<string, Variant>();
  for (const { sources } of pictures) {
    for (const variant of sources.flatMap((source) => source.variants)) variants.set(variant.path, variant);
  }
  await Promise.all([...variants.values()].map((variant) => copyVariant(variant, output)));
}

/** A file of the same name and size is the same file: its name holds a hash of its content. */
async function copyVariant({ cached, bytes, path }: Variant, output: string): Promise<void> {
  const there = await stat(join(output, path)).catch(() => undefined);
  if (there?.size !== bytes) await copyBelow(cached, output, path);
}

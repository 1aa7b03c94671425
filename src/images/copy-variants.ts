import { constants } from "node:fs";
import { copyFile, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Picture, Variant } from "../model.ts";

/** Copies every variant to its path, or shares its blocks where the file system can. */
export async function copyVariants(pictures: Iterable<Picture>, output: string): Promise<void> {
  const variants = new Map<string, Variant>();
  for (const { sources } of pictures) {
    for (const variant of sources.flatMap((source) => source.variants)) variants.set(variant.path, variant);
  }
  const folders = new Set([...variants.keys()].map((path) => dirname(join(output, path))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(
    [...variants.values()].map((variant) => copyVariant(variant, join(output, variant.path))),
  );
}

/** A file of the same name and size is the same file: its name holds a hash of its content. */
async function copyVariant({ cached, bytes }: Variant, path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.size !== bytes) await copyFile(cached, path, constants.COPYFILE_FICLONE);
}

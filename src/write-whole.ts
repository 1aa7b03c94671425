import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { CACHE } from "./project.ts";

/**
 * Written beside its place and renamed into it, so that a killed build or a second one at the same time never leaves
 * half a file.
 */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    // Where nothing can be written, to take it away may fail as well, and says less.
    await rm(beside, { force: true }).catch(() => undefined);
    throw cacheFault(path, error) ?? new Error(`Cannot write "${path}"`, { cause: error });
  }
}

/** Undefined for what is not in the cache. Nobody has named that place, and no option names another. */
export function cacheFault(path: string, cause: unknown): Error | undefined {
  if (!resolve(path).startsWith(CACHE + sep)) return undefined;
  const message = `Cannot write into the cache "${CACHE}"; make that folder writable`;
  return new Error(message, { cause });
}

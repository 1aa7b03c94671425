import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Copies a file into a folder, with the folders on the way, or shares its blocks where the file system can. */
export async function copyBelow(file: string, folder: string, path: string): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(file, target, constants.COPYFILE_FICLONE);
}

import { closeSync, mkdirSync, openSync, writeFile } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/**
 * Writes a file into a folder, with the folders on the way to it. All of it goes out at once while other work is done:
 * `fs/promises` comes back for each half megabyte, and waits for whatever is busy then.
 */
export async function writeBelow(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(target, "w");
  try {
    await promisify(writeFile)(file, content);
  } finally {
    closeSync(file);
  }
}

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { eachBytes } from "./text-bytes.ts";

/** A text may be given as the pieces that it is made of: nobody puts six megabytes together only to write them. */
export type Content = string | readonly string[] | Uint8Array;

/** Writes a file into a folder, with the folders on the way to it. */
export function writeBelow(folder: string, path: string, content: Content): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(target, "w");
  try {
    if (content instanceof Uint8Array) writeAll(file, content);
    else eachBytes(typeof content === "string" ? [content] : content, (bytes) => writeAll(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** A disk may take less at once than it is given. */
function writeAll(file: number, content: Uint8Array): void {
  for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
}

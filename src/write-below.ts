import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

const LETTERS = 64 * 1024;
// A letter of a string takes at most three bytes.
const BYTES_PER_LETTER = 3;
const bytes = new Uint8Array(BYTES_PER_LETTER * LETTERS);
const encoder = new TextEncoder();

/** A text may be given as the pieces that it is made of: nobody puts six megabytes together only to write them. */
export type Content = string | readonly string[] | Uint8Array;

/**
 * Writes a file into a folder, with the folders on the way to it. A text goes out through one small buffer: to fetch
 * fresh memory for all of it takes several times as long as to write it.
 */
export function writeBelow(folder: string, path: string, content: Content): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(target, "w");
  try {
    if (content instanceof Uint8Array) writeAll(file, content);
    else writePieces(file, typeof content === "string" ? [content] : content);
  } finally {
    closeSync(file);
  }
}

function writePieces(file: number, pieces: readonly string[]): void {
  let used = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.slice(at, endOfPart(piece, at));
      if (used + BYTES_PER_LETTER * part.length > bytes.length) {
        writeAll(file, bytes.subarray(0, used));
        used = 0;
      }
      used += encoder.encodeInto(part, bytes.subarray(used)).written;
      at += part.length;
    }
  }
  writeAll(file, bytes.subarray(0, used));
}

/** Not between the two halves of a pair: each of them would become U+FFFD. */
function endOfPart(text: string, at: number): number {
  const end = at + LETTERS;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

/** A disk may take less at once than it is given. */
function writeAll(file: number, content: Uint8Array): void {
  for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
}

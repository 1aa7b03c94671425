import { strToU8, type Zippable, zipSync } from "fflate";
import type { Part } from "./part.ts";

const PACKED = /\.(?:gif|jpe?g|png)$/;

/** First the file by whose bytes a book is known, as it is; all others as small as they get. */
export function zipBook(parts: readonly Pick<Part, "path" | "content">[], modified: string): Uint8Array {
  const files: Zippable = { mimetype: [strToU8("application/epub+zip"), { level: 0 }] };
  for (const { path, content } of parts) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    files[path] = [bytes, { level: PACKED.test(path) ? 0 : 9 }];
  }
  return zipSync(files, { mtime: noonOf(modified) });
}

/** A zip file has the time of the place where it was made; no change of clocks takes noon away. */
function noonOf(time: string): Date {
  const [year = 1980, month = 1, day = 1] = time.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, day, 12);
}

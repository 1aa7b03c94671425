import type { Block, Place } from "../model.ts";
import { linesOf } from "./lines.ts";

/** Where in the lines of its block some words stand; the block itself, where its markup is between them. */
export function locate(words: string, { place, lastLine }: Block, source: string): Place {
  const lines = linesOf(source).slice(place.line - 1, lastLine);
  for (const [index, line] of lines.entries()) {
    const column = line.indexOf(words, index === 0 ? place.column - 1 : 0);
    if (column >= 0) return { ...place, line: place.line + index, column: column + 1, length: words.length };
  }
  return place;
}

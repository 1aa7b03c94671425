import { posix } from "node:path";
import type { Block, Document, Place, QuotedFile } from "../../model.ts";
import { nearest, wayTo } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";

/** Code that says which file it holds is the same as that file. */
export const quotedFile: Rule = {
  name: "quoted-file",
  *check({ document }) {
    const sections = document.pages.flatMap((page) => page.sections);
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      if (block.quotes === undefined) continue;
      yield* compare(block, block.quotes, document);
    }
  },
};

function* compare(
  { text, place }: Block,
  { address, file }: QuotedFile,
  { files, sources }: Document,
): Iterable<Finding> {
  if (file === undefined) {
    yield { message: `Cannot quote "${address}"; name a file of this site, by its path from here`, place };
    return;
  }
  if (!files.has(file)) {
    yield { message: `Cannot find the file "${address}"${wayOut(file, files, place)}`, place };
    return;
  }
  const theirs = linesOf(sources.get(file) ?? "");
  const ours = linesOf(text);
  const index = firstDifference(ours, theirs);
  if (index < 0) return;
  const there = `${file}:${index + 1}`;
  // The fence stands in the line before the code.
  const here: Place = { file: place.file, line: place.line + 1 + index, column: 1 };
  if (ours[index] === undefined) {
    yield { message: `A line is missing here: "${theirs[index]}" stands in ${there}; add it`, place: here };
  } else if (theirs[index] === undefined) {
    yield { message: `This line is not in ${file}; take it out, or add it there`, place: here };
  } else {
    const message = `This line is another one in ${there}: "${theirs[index]}"; make them the same`;
    yield { message, place: here };
  }
}

function linesOf(text: string): string[] {
  return text.replace(/\n+$/, "").split("\n");
}

function firstDifference(ours: readonly string[], theirs: readonly string[]): number {
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, index) => index).find((index) => ours[index] !== theirs[index]) ?? -1;
}

function wayOut(file: string, files: ReadonlySet<string>, place: Place): string {
  const near = nearest(
    file,
    [...files].filter((name) => !name.endsWith(".md")),
  );
  if (near === undefined) return "; name a file of this site, by its path from here";
  const shown = posix.relative(posix.dirname(place.file), near);
  return wayTo(near, { from: file, shown, mend: "rename the file" });
}

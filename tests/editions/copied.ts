import type { RootContent } from "mdast";
import { blocksOf } from "../../src/editions/markdown/blocks.ts";
import { writeMarkdown } from "../../src/editions/markdown/write.ts";
import { parseMarkdown } from "../../src/markdown/markdown.ts";
import { readingOf } from "../markdown/reading.ts";

/** A text as its copy says it, without what only a whole site can add. */
export function copied(text: string): string {
  const { tokens } = parseMarkdown(text, readingOf(text));
  const children: RootContent[] = blocksOf(tokens, {
    onHeading: () => undefined,
    isLinked: () => true,
    noteName: ({ meta }) => `guide-${meta.id + 1}`,
    pictureAddress: (image) => image.attrGet("src") ?? undefined,
    flowBlocks: () => undefined,
  });
  return writeMarkdown({ type: "root", children });
}

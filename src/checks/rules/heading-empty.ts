import type { Rule } from "../rule.ts";

/** Under each heading stands some text before the next one. */
export const headingEmpty: Rule = {
  name: "heading-empty",
  mayBeAllowed: true,
  *check({ document: { pages } }) {
    for (const { blocks, shown } of pages.flatMap((page) => page.sections)) {
      for (const [index, { kind, text, place }] of blocks.entries()) {
        const next = blocks[index + 1];
        const isEmpty =
          kind === "heading" && (next === undefined ? shown === undefined : next.kind === "heading");
        // A file that is nothing but its title is an empty section.
        if (!isEmpty || blocks.length === 1) continue;
        yield { message: `"${text}" has no text under it; write some, or take the heading away`, place };
      }
    }
  },
};

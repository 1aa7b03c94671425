import type { Rule } from "../rule.ts";

/** Headings go down one level at a time, and a file has one title: readers jump by them. */
export const headingOrder: Rule = {
  name: "heading-order",
  *check({ document: { pages } }) {
    for (const page of pages) {
      for (const [index, section] of page.sections.entries()) {
        const shift = page.layout === "explainer" && index > 0 ? 1 : 0;
        const top = 1 + shift;
        let last: number | undefined;
        for (const { level, text, place } of section.headings) {
          if (last !== undefined && level === top) {
            yield { message: `"${text}" is a second title in this file; begin it with "##"`, place };
          } else if (level > (last ?? level) + 1) {
            const [is, may] = ["#".repeat(level - shift), "#".repeat((last ?? top) + 1 - shift)];
            yield { message: `"${text}" skips a level; begin it with "${may}" instead of "${is}"`, place };
          }
          last = level;
        }
      }
    }
  },
};

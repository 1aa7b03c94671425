import { type Rule, topLevel } from "../rule.ts";

/** Headings go down one level at a time, and a file has one title: readers jump by them. */
export const headingOrder: Rule = {
  name: "heading-order",
  *check({ document: { pages, site } }) {
    for (const page of pages) {
      for (const section of page.sections) {
        const top = topLevel(page, section, site);
        let last: number | undefined;
        for (const { level, text, place } of section.headings) {
          if (last !== undefined && level === top) {
            yield { message: `"${text}" is a second title in this file; begin it with "##"`, place };
          } else if (level > (last ?? level) + 1) {
            const [is, may] = ["#".repeat(level - top + 1), "#".repeat((last ?? top) - top + 2)];
            yield { message: `"${text}" skips a level; begin it with "${may}" instead of "${is}"`, place };
          }
          last = level;
        }
      }
    }
  },
};

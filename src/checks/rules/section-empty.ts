import type { Rule } from "../rule.ts";

/** A section says something: a title alone is a promise. */
export const sectionEmpty: Rule = {
  name: "section-empty",
  *check({ document: { pages } }) {
    for (const { name, file, blocks, pictures, shown, headings } of pages.flatMap((page) => page.sections)) {
      if (blocks.some(({ kind }) => kind !== "heading") || pictures.length > 0) continue;
      if (shown !== undefined && blocks.length > 0) continue;
      const place = headings[0]?.place ?? { file, line: 1, column: 1 };
      yield { message: `The section "${name}" is empty; write it, or take its name off the list`, place };
    }
  },
};

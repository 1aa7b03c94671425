import { type Rule, topLevel } from "../rule.ts";

/** Each file starts with its own title: on the page it is the heading that the contents lead to. */
export const sectionTitle: Rule = {
  name: "section-title",
  *check({ document: { pages, site } }) {
    for (const page of pages) {
      for (const section of page.sections) {
        const [first] = section.blocks;
        if (first === undefined) continue;
        const [title] = section.headings;
        const isTitle = first.kind === "heading" && title?.level === topLevel(page, section, site);
        if (!isTitle)
          yield { message: 'Cannot find the title; start the file with "# Title"', place: first.place };
      }
    }
  },
};

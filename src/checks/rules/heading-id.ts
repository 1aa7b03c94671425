import { slug } from "github-slugger";
import type { Rule } from "../rule.ts";

/** Each heading has words, and an id made of them, for the links that lead to it. */
export const headingId: Rule = {
  name: "heading-id",
  *check({ document: { pages } }) {
    for (const { text, given, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ headings }) => headings),
    )) {
      if (text === "") yield { message: "This heading has no words; write some, or take it away", place };
      else if (!given && slug(text) === "") {
        yield { message: `Cannot make an id of "${text}"; give one: "## ${text} {#id}"`, place };
      }
    }
  },
};

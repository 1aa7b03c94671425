import type { Rule } from "../rule.ts";

/** A link leads somewhere: `[Name](#)` is one that somebody meant to fill in. */
export const emptyTarget: Rule = {
  name: "empty-target",
  *check({ document: { pages } }) {
    for (const { text, target, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ links }) => links),
    )) {
      if (target.kind === "nothing")
        yield { message: `The link "${text}" leads nowhere; give it an address, or take it off`, place };
    }
  },
};

import type { Rule } from "../rule.ts";

/** A link leads somewhere: `[Name](#)` is one that somebody meant to fill in, `[Name](https:/x)` has lost a part. */
export const emptyTarget: Rule = {
  name: "empty-target",
  *check({ document: { pages } }) {
    for (const { address, text, target, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ links }) => links),
    )) {
      if (target.kind === "nothing")
        yield { message: `The link "${text}" leads nowhere; give it an address, or take it off`, place };
      if (target.kind === "malformed") {
        const message = `Cannot link to "${address}": it is no whole address; write https:// and the name of a host`;
        yield { message, place };
      }
    }
  },
};

import type { Rule } from "../rule.ts";

/** Links use `https`, `mailto` or `tel`, or lead to a file of the site: other schemes run code or open programs. */
export const unsafeTarget: Rule = {
  name: "unsafe-target",
  *check({ document: { pages } }) {
    for (const { address, target, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ links }) => links),
    )) {
      if (target.kind !== "unsafe") continue;
      yield {
        message: `Cannot link to "${address}": "${target.scheme}" is not safe; use https:// or a file of the site`,
        place,
      };
    }
  },
};

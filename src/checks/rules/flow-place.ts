import type { Rule } from "../rule.ts";

/** A flow stands in a paragraph of its own, or beside one other that it is compared with. */
export const flowPlace: Rule = {
  name: "flow-place",
  *check({ document: { pages } }) {
    const uses = pages.flatMap((page) => page.sections.flatMap(({ pictures }) => pictures));
    for (const { isCrowded, address, place } of uses) {
      if (!isCrowded) continue;
      yield {
        message: `Cannot draw the flow "${address}" among words; give it a paragraph of its own, or one with a single other flow`,
        place,
      };
    }
  },
};

import { didYouMean } from "../../nearest.ts";
import type { Rule } from "../rule.ts";
import { collectTargets } from "../targets.ts";

/** An old address that still answers leads to a heading that is there. */
export const aliasTarget: Rule = {
  name: "alias-target",
  *check({ document }) {
    if (document.pages.length === 0) return;
    const { headings } = collectTargets(document);
    const ids = new Set([...headings.values()].flatMap((byId) => [...byId.keys()]));
    for (const { old, id, place } of document.site.aliases) {
      if (ids.has(id)) continue;
      const wayOut = didYouMean(id, ids, "#") || "; name a heading that is there";
      yield {
        message: `The old address "#${old}" leads to "#${id}", which no heading has${wayOut}`,
        place,
      };
    }
  },
};

import { spotsOf } from "../../content/found-addresses.ts";
import { didYouMean } from "../../nearest.ts";
import type { Rule } from "../rule.ts";

/** An old address that still answers leads to a heading or a row that is there, and not to another old one. */
export const aliasTarget: Rule = {
  name: "alias-target",
  *check({ document: { site, pages } }) {
    if (pages.length === 0) return;
    const ids = new Set(pages.flatMap((page) => spotsOf(page).map(({ id }) => id)));
    const aliases = new Map(site.aliases.map((alias) => [alias.old, alias.id]));
    for (const { old, id, place } of site.aliases) {
      if (ids.has(id)) continue;
      const next = aliases.get(id);
      const message = `The old address "#${old}" leads to "#${id}"`;
      if (next === undefined) {
        const wayOut = didYouMean(id, ids, "#") || "; name a heading that is there";
        yield { message: `${message}, which no heading has${wayOut}`, place };
      } else {
        const wayOut = ids.has(next) ? `write "${old}: ${next}"` : "name a heading that is there";
        yield { message: `${message}, which is an old address itself; ${wayOut}`, place };
      }
    }
  },
};

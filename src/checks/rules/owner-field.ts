import type { Rule } from "../rule.ts";

/** What only the owner of a site can say is never made up: it stays open, and is said, until it is filled. */
export const ownerField: Rule = {
  name: "owner-field",
  severity: "notice",
  *check({ document: { site, pages } }) {
    if (!pages.some((page) => page.sections.some(({ shown }) => shown?.kind === "legal"))) return;
    for (const [key, { value, place }] of Object.entries(site.legal)) {
      if (value === null)
        yield { message: `Only the owner can fill "legal.${key}"; fill it before publishing`, place };
    }
  },
};

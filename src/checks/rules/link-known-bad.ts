import { collectOutsideLinks } from "../../links/collect.ts";
import { refusedDomain } from "../../links/domains.ts";
import type { Rule } from "../rule.ts";

/** No link leads to a domain that the settings refuse. It needs no network: what is known to be bad is never asked. */
export const linkKnownBad: Rule = {
  name: "link-known-bad",
  *check({ document }) {
    const refused = document.site.links?.refused ?? [];
    for (const [address, places] of collectOutsideLinks(document)) {
      const domain = refusedDomain(address, refused);
      if (domain === undefined) continue;
      const message = `Cannot link to "${address}": site.yaml refuses "${domain}" (links.refused); link to an archived page, or to another one`;
      for (const place of places) yield { message, place };
    }
  },
};

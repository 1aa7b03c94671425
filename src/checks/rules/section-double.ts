import { RESERVED } from "../../content/page-plans.ts";
import { named, type Rule } from "../rule.ts";

/** Two entries of one name would print the same file twice, or fight for one address. */
export const sectionDouble: Rule = {
  name: "section-double",
  *check({ document: { site } }) {
    for (const entries of [site.sections, site.pages]) {
      for (const [index, { name, place }] of entries.entries()) {
        const first = entries.findIndex((entry) => entry.name === name);
        const other = entries[first];
        if (first === index || other === undefined) continue;
        yield {
          message: `"${name}" is on the list already, at ${named(other.place)}; take one of them away`,
          place,
        };
      }
    }
    for (const { name, place } of site.pages) {
      const use = RESERVED.get(name);
      if (use !== undefined)
        yield { message: `A page cannot be named "${name}": ${use}; choose another name`, place };
    }
  },
};

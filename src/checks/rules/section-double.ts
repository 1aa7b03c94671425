import { RESERVED } from "../../content/page-plans.ts";
import type { Place } from "../../model.ts";
import { named, type Rule } from "../rule.ts";

/** Two entries of one name would print the same file twice, or fight for one address. */
export const sectionDouble: Rule = {
  name: "section-double",
  *check({ document: { site } }) {
    for (const entries of [site.sections, site.pages]) {
      const firsts = new Map<string, Place>();
      for (const { name, place } of entries) {
        const first = firsts.get(name);
        if (first === undefined) firsts.set(name, place);
        else
          yield {
            message: `"${name}" is on the list already, at ${named(first)}; take one of them away`,
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

import type { Section } from "../../model.ts";
import { nearest } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";

/** A link that refers to a label finds its definition. */
export const linkDefinition: Rule = {
  name: "link-definition",
  *check({ document: { pages } }) {
    for (const section of pages.flatMap((page) => page.sections)) yield* compare(section);
  },
};

function* compare({ definitions, undefinedLinks }: Section): Generator<Finding> {
  const labels = definitions.map(({ label }) => label);
  for (const { label, place } of undefinedLinks) {
    const near = nearest(label, labels);
    const way =
      near === undefined
        ? `write "[${label}]: address" in a line of its own, or \\[ where a bracket is meant`
        : `did you mean "${near}"?`;
    yield { message: `Cannot find the definition of "${label}"; ${way}`, place };
  }
}

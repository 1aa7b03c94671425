import type { Definition, Section } from "../../model.ts";
import { nearest } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";

/** A link that refers to a label finds its definition, and a definition, which is not printed, has a link. */
export const linkDefinition: Rule = {
  name: "link-definition",
  *check({ document: { pages } }) {
    for (const section of pages.flatMap((page) => page.sections)) yield* compare(section);
  },
};

function* compare({ definitions, undefinedLinks }: Section): Generator<Finding> {
  const labels = definitions.map(({ label }) => label);
  const meant = new Set<string>();
  for (const { label, place } of undefinedLinks) {
    const near = nearest(label, labels);
    if (near !== undefined) meant.add(near);
    const way =
      near === undefined
        ? `write "[${label}]: address" in a line of its own, or \\[ where a bracket is meant`
        : `did you mean "${near}"?`;
    yield { message: `Cannot find the definition of "${label}"; ${way}`, place };
  }
  for (const definition of definitions) {
    const message = explain(definition, meant);
    if (message !== undefined) yield { message, place: definition.place };
  }
}

function explain(
  { label, address, isUsed, isDouble }: Definition,
  meant: ReadonlySet<string>,
): string | undefined {
  if (isDouble)
    return `Cannot use a second definition of "${label}"; give this one another label, or take it away`;
  // Some write comments in this way: `[//]: # (words)`
  const isComment = address === "#" || address === "";
  if (isUsed || isComment || meant.has(label)) return undefined;
  const ways = `take it away, or write "\\[${label}]:" where words are meant`;
  return `Cannot print "[${label}]:": it defines a link, and nothing refers to it; ${ways}`;
}

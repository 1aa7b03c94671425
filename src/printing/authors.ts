import type { Page, Person } from "../model.ts";

/** Those whom a page itself names. */
export function authorsOf({ sections }: Pick<Page, "sections">): readonly Person[] {
  return sections.flatMap(({ shown }) => (shown?.kind === "people" ? shown.people : []));
}

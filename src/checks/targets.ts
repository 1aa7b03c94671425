import { type Spot, spotsOf } from "../content/found-addresses.ts";
import type { Document, Page, Section } from "../model.ts";

/** The texts that links lead to, for looking up many in one pass. */
export function sectionsByFile({ pages }: Document): ReadonlyMap<string, Section> {
  return new Map(
    pages.flatMap(({ sections }) =>
      sections.map((section) => [section.standsFor ?? section.file, section] as const),
    ),
  );
}

/** What has an id, in whichever file of a page: the first of several that want the same one. */
export function spotsById(page: Page): ReadonlyMap<string, Spot> {
  return new Map(
    spotsOf(page)
      .map((spot) => [spot.id, spot] as const)
      .reverse(),
  );
}

import { type Spot, spotsOf } from "../content/found-addresses.ts";
import type { Document, Page, Section } from "../model.ts";

/** The parts of a page that a link can lead to, for looking up many links in one pass. */
export interface Targets {
  /** By file. */
  readonly sections: ReadonlyMap<string, Section>;
  /** By page and id: what has it, in whichever file of the page. */
  readonly spots: ReadonlyMap<Page, ReadonlyMap<string, Spot>>;
}

export function collectTargets({ pages }: Document): Targets {
  const sections = new Map<string, Section>();
  const spots = new Map<Page, ReadonlyMap<string, Spot>>();
  for (const page of pages) {
    for (const section of page.sections) sections.set(section.standsFor ?? section.file, section);
    // The first of several that want the same id.
    spots.set(
      page,
      new Map(
        spotsOf(page)
          .map((spot) => [spot.id, spot] as const)
          .reverse(),
      ),
    );
  }
  return { sections, spots };
}

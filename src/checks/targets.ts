import type { Document, Heading, Page, Section } from "../model.ts";

/** The parts of a page that a link can lead to, for looking up many links in one pass. */
export interface Targets {
  /** By file. */
  readonly sections: ReadonlyMap<string, Section>;
  /** By page path and id: the heading that has it, in whichever file of the page. */
  readonly headings: ReadonlyMap<Page, ReadonlyMap<string, { heading: Heading; section: Section }>>;
}

export function collectTargets({ pages }: Document): Targets {
  const sections = new Map<string, Section>();
  const headings = new Map<Page, Map<string, { heading: Heading; section: Section }>>();
  for (const page of pages) {
    const byId = new Map<string, { heading: Heading; section: Section }>();
    for (const section of page.sections) {
      sections.set(section.standsFor ?? section.file, section);
      for (const heading of section.headings)
        if (!byId.has(heading.id)) byId.set(heading.id, { heading, section });
    }
    headings.set(page, byId);
  }
  return { sections, headings };
}

import type { Document, Heading, Page, Section } from "../model.ts";

/** The parts of a page that a link can lead to, for looking up many links in one pass. */
export interface Targets {
  /** By file. */
  readonly sections: ReadonlyMap<string, Section>;
  /** By page path and id: the heading that has it, in whichever file of the page. */
  readonly headings: ReadonlyMap<Page, ReadonlyMap<string, { heading: Heading; section: Section }>>;
  readonly rows: ReadonlyMap<Page, ReadonlySet<string>>;
}

export function collectTargets({ pages }: Document): Targets {
  const sections = new Map<string, Section>();
  const headings = new Map<Page, Map<string, { heading: Heading; section: Section }>>();
  const rows = new Map<Page, Set<string>>();
  for (const page of pages) {
    const byId = new Map<string, { heading: Heading; section: Section }>();
    const rowIds = new Set<string>();
    for (const section of page.sections) {
      sections.set(section.standsFor ?? section.file, section);
      for (const heading of section.headings)
        if (!byId.has(heading.id)) byId.set(heading.id, { heading, section });
      if (section.shown?.kind === "table") for (const { id } of section.shown.rows) rowIds.add(id);
    }
    headings.set(page, byId);
    rows.set(page, rowIds);
  }
  return { sections, headings, rows };
}

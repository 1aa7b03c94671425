import { posix } from "node:path";
import type { Document, Page, Section } from "../model.ts";
import { listedPassages } from "./listed-passages.ts";
import type { Passage } from "./passage.ts";

/** A section as the search shows it. */
export interface SearchedSection {
  readonly name: string;
  /** The file of its page, in the folder of its language. */
  readonly page: string;
  readonly passages: readonly Passage[];
}

/** All that one language's pages say, apart from code. */
export function searchedSections({ pages, site }: Document, language: string): SearchedSection[] {
  const own = pages.filter((page) => page.language === language);
  return own.flatMap((page) =>
    page.sections.map((section) => ({
      name: section.nav,
      page: posix.basename(page.path),
      passages: passagesOf(section, page, site.languages[0] ?? language),
    })),
  );
}

function passagesOf(section: Section, { language }: Page, source: string): Passage[] {
  const headings = new Map(section.headings.map((heading) => [heading.place.line, heading]));
  const passages: { title: string; id: string; texts: string[]; ids?: Record<number, string> }[] = [];
  for (const { kind, text, place, id } of section.blocks) {
    const heading = kind === "heading" ? headings.get(place.line) : undefined;
    const passage = passages.at(-1);
    if (heading !== undefined) passages.push({ title: text, id: encodeURI(heading.id), texts: [] });
    else if (kind !== "code" && passage !== undefined) {
      if (id !== undefined) passage.ids = { ...passage.ids, [passage.texts.length]: encodeURI(id) };
      passage.texts.push(text);
    }
  }
  const { items, passages: listed } = listedPassages(section.shown, language, source);
  passages[0]?.texts.push(...items);
  return [...passages, ...listed];
}

import type { Entry, Page, Shown, Site, Target } from "../model.ts";
import { addressOn, aliasesById, pagePath, printedFiles, relativeAddress } from "./addresses.ts";
import { fileOf, placeOfFile } from "./files.ts";
import type { SectionPlan } from "./sections.ts";

export interface PagePlan {
  readonly page: Omit<Page, "sections">;
  readonly parts: readonly SectionPlan[];
}

/** Pages that each site has. */
export const RESERVED: ReadonlyMap<string, string> = new Map([
  ["index", "that is the explainer"],
  ["404", "that is for readers whose address leads nowhere"],
  ["offline", "that is the explainer as one file"],
]);

/** What planning needs to know of a site. */
export interface PlannedSite {
  readonly site: Site;
  readonly files: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, Shown>;
  readonly wordsOf: (language: string) => Promise<SectionPlan["words"]>;
}

/**
 * Which files are read for which page, in each language. Files that are missing are left to a check, and so are names
 * that stand twice: two pages of one path would end the printing.
 */
export async function planPages({ site, files, lists, wordsOf }: PlannedSite): Promise<PagePlan[]> {
  const printed = printedFiles(site);
  const aliases = aliasesById(site.aliases);
  const words = new Map<string, SectionPlan["words"]>();
  for (const language of site.languages) words.set(language, await wordsOf(language));

  const planPage = (language: string, name: string, entries: readonly Entry[], isPage: boolean): PagePlan => {
    const path = pagePath(name, language, site.languages);
    const parts = entries.flatMap((entry, index): SectionPlan[] => {
      const text = textOf(fileOf(language, entry.name, { isPage }), site, files);
      if (text === undefined) return [];
      return [
        {
          ...text,
          name: entry.name,
          shift: isPage || index === 0 ? 0 : 1,
          eager: index === 0 ? 1 : 0,
          words: words.get(text.language) ?? {},
          aliases,
          address: (target) => addressOn(path, inLanguage(language, text.language, target), printed),
          href: (to) => relativeAddress(path, to),
          shown: entry.shows === undefined ? undefined : lists.get(entry.shows),
        },
      ];
    });
    return {
      page: { name, language, path, layout: isPage ? "prose" : "explainer", title: name },
      parts,
    };
  };
  const sections = onceEach(site.sections);
  const pages = onceEach(site.pages).filter(({ name }) => !RESERVED.has(name));
  return site.languages.flatMap((language) => [
    planPage(language, "index", sections, false),
    ...pages.map((entry) => planPage(language, entry.name, [entry], true)),
  ]);
}

/** A text in its language, or else the one in the source language, which stands in for it. */
function textOf(
  file: string,
  { languages }: Site,
  files: ReadonlySet<string>,
): Pick<SectionPlan, "language" | "file" | "standsFor"> | undefined {
  const [source = ""] = languages;
  const found = placeOfFile(file, languages);
  if (found === undefined) return undefined;
  if (files.has(file)) return { language: found.language, file };
  const original = fileOf(source, found.name, found);
  return files.has(original) ? { language: source, file: original, standsFor: file } : undefined;
}

/** A text that stands in for a translation leads to texts of the page's language. */
export function inLanguage(language: string, written: string, target: Target): Target {
  if (target.kind !== "file" || language === written) return target;
  const found = placeOfFile(target.file, [written]);
  return found === undefined ? target : { ...target, file: fileOf(language, found.name, found) };
}

function onceEach(entries: readonly Entry[]): Entry[] {
  const taken = new Set<string>();
  return entries.filter(({ name }) => !taken.has(name) && taken.add(name));
}

import type { Entry, Page, Shown, Site } from "../model.ts";
import { addressOn, aliasesById, pagePath, printedFiles, relativeAddress } from "./addresses.ts";
import { fileOf } from "./files.ts";
import type { SectionPlan } from "./sections.ts";

export interface PagePlan {
  readonly page: Omit<Page, "sections">;
  readonly parts: readonly SectionPlan[];
}

/**
 * Which files are read for which page, in each language. Files that are missing are left to a check, and so are names
 * that stand twice: two pages of one path would end the printing.
 */
export async function planPages(
  site: Site,
  files: ReadonlySet<string>,
  lists: ReadonlyMap<string, Shown>,
  wordsOf: (language: string) => Promise<SectionPlan["words"]>,
): Promise<PagePlan[]> {
  const printed = printedFiles(site);
  const aliases = aliasesById(site.aliases);
  const sections = onceEach(site.sections);
  const pages = onceEach(site.pages).filter(({ name }) => name !== "index");
  const plans: PagePlan[] = [];
  for (const language of site.languages) {
    const words = await wordsOf(language);
    const plan = (name: string, entries: readonly Entry[], isPage: boolean): PagePlan => {
      const path = pagePath(name, language, site.languages);
      const parts = entries.flatMap((entry, index): SectionPlan[] => {
        const file = fileOf(language, entry.name, { isPage });
        if (!files.has(file)) return [];
        return [
          {
            name: entry.name,
            language,
            file,
            shift: isPage || index === 0 ? 0 : 1,
            eager: index === 0 ? 1 : 0,
            words,
            aliases,
            address: (target) => addressOn(path, target, printed),
            href: (to) => relativeAddress(path, to),
            shown: entry.shows === undefined ? undefined : lists.get(entry.shows),
          },
        ];
      });
      const page = { name, language, path, layout: isPage ? "prose" : "explainer", title: name } as const;
      return { page, parts };
    };
    plans.push(plan("index", sections, false), ...pages.map((entry) => plan(entry.name, [entry], true)));
  }
  return plans;
}

function onceEach(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ name }, index) => entries.findIndex((other) => other.name === name) === index);
}

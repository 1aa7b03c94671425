import { join } from "node:path";
import type {
  Document,
  Entry,
  List,
  Page,
  Picture,
  PictureFault,
  Problem,
  Section,
  Shown,
  Site,
} from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { addressOn, aliasesById, pagePath, printedFiles, relativeAddress } from "./addresses.ts";
import { fileOf, listFiles } from "./files.ts";
import { readList } from "./lists.ts";
import { type ReadSection, readSection, type SectionPlan } from "./sections.ts";
import { LEDGER_FILE, readSettings, SITE_FILE } from "./settings.ts";
import { readSource } from "./source.ts";

export interface AssemblyOptions {
  /** Words of the interface in a language. */
  readonly words: (language: string) => Promise<Readonly<Record<string, string>>>;
  readonly readPicture: (
    file: string,
    options?: { displayWidth?: number },
  ) => Promise<Picture | PictureFault>;
}

/** How wide a portrait stands on the page, in CSS pixels. */
const PORTRAIT_WIDTH = 112;

/** A site's folder → everything that it says, in every language, with all that was found wrong while reading. */
export async function assembleDocument(folder: string, options: AssemblyOptions): Promise<Document> {
  const files = await listFiles(folder);
  const sources = new Map<string, string>();
  const pictures = new Map<string, Picture | PictureFault>();
  const problems: Problem[] = [];
  const read = async (file: string): Promise<string | undefined> => {
    if (!files.has(file)) return undefined;
    const text = readSource(join(folder, file));
    sources.set(file, text);
    return text;
  };

  const settings = await read(SITE_FILE);
  if (settings === undefined) return { ...NOTHING, files, sources, problems: [noSettings(folder)] };
  const { site, problems: slips } = readSettings(settings, await read(LEDGER_FILE));
  problems.push(...slips);
  if (site === undefined) return { ...NOTHING, files, sources, problems };

  const lists = new Map<string, Shown>([["legal", { kind: "legal" }]]);
  const readPicture = async (file: string, displayWidth?: number): Promise<Picture | PictureFault> => {
    const picture = await options.readPicture(file, displayWidth === undefined ? {} : { displayWidth });
    pictures.set(file, picture);
    return picture;
  };
  for (const { shows, place } of [...site.sections, ...site.pages]) {
    if (shows === undefined || lists.has(shows)) continue;
    const source = await read(`content/_data/${shows}.yaml`);
    if (source === undefined) {
      problems.push({ rule: "list", severity: "error", message: noList(shows, files), place });
      continue;
    }
    const { list, problems: more } = readList(source, `content/_data/${shows}.yaml`, site.languages);
    problems.push(...more);
    if (list !== undefined) lists.set(shows, await withPortraits(list, readPicture));
  }

  const plans = await planPages(site, files, lists, options);
  const pages = await Promise.all(
    plans.map(async ({ page, parts }): Promise<Page> => {
      const found = await Promise.all(
        parts.map((part) => readSection(folder, part, (names) => readAll(names, readPicture))),
      );
      return { ...page, ...collect(found, page.title, { sources, problems }) };
    }),
  );
  return { site, pages, files, pictures, sources, problems };
}

const NOTHING: Pick<Document, "site" | "pages" | "pictures"> = {
  site: {
    title: {},
    description: {},
    address: "",
    languages: [],
    sections: [],
    pages: [],
    legal: {},
    aliases: [],
  },
  pages: [],
  pictures: new Map(),
};

interface PagePlan {
  readonly page: Omit<Page, "sections">;
  readonly parts: readonly SectionPlan[];
}

/** Which files are read for which page, in each language. Files that are missing are left to a check. */
async function planPages(
  site: Site,
  files: ReadonlySet<string>,
  lists: ReadonlyMap<string, Shown>,
  options: AssemblyOptions,
): Promise<PagePlan[]> {
  const printed = printedFiles(site);
  const aliases = aliasesById(site.aliases);
  const plans: PagePlan[] = [];
  for (const language of site.languages) {
    const words = await options.words(language);
    const plan = (name: string, entries: readonly Entry[], isPage: boolean): PagePlan => {
      const path = pagePath(name, language, site.languages);
      const parts = entries.flatMap((entry, index): SectionPlan[] => {
        const file = fileOf(language, entry.name, { isPage });
        if (!files.has(file) || entries.findIndex((other) => other.name === entry.name) < index) return [];
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
    plans.push(
      plan("index", site.sections, false),
      ...site.pages.map((entry) => plan(entry.name, [entry], true)),
    );
  }
  return plans;
}

function collect(
  found: readonly ReadSection[],
  name: string,
  { sources, problems }: { sources: Map<string, string>; problems: Problem[] },
): { title: string; sections: readonly Section[] } {
  for (const { section, source, problems: slips } of found) {
    sources.set(section.file, source);
    problems.push(...slips);
  }
  return { title: found[0]?.section.title ?? name, sections: found.map(({ section }) => section) };
}

async function readAll(
  names: readonly string[],
  readPicture: (file: string) => Promise<Picture | PictureFault>,
): Promise<Map<string, Picture | PictureFault>> {
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readPicture(name)] as [string, Picture | PictureFault]),
    ),
  );
}

async function withPortraits(
  list: List,
  readPicture: (file: string, displayWidth: number) => Promise<Picture | PictureFault>,
): Promise<List> {
  if (list.kind !== "people") return list;
  const people = await Promise.all(
    list.people.map(async (person) => {
      if (person.portrait?.file === undefined) return person;
      const picture = await readPicture(person.portrait.file, PORTRAIT_WIDTH);
      return "kind" in picture ? person : { ...person, picture };
    }),
  );
  return { ...list, people };
}

function noSettings(folder: string): Problem {
  return {
    rule: "settings",
    severity: "error",
    message: `Cannot find the settings of a site in "${folder}"; name a folder that holds ${SITE_FILE}`,
    place: { file: SITE_FILE, line: 1, column: 1 },
  };
}

function noList(name: string, files: ReadonlySet<string>): string {
  const lists = [...files].flatMap((file) => /^content\/_data\/([^/]+)\.yaml$/.exec(file)?.[1] ?? []);
  const known = [...lists.filter((list) => list !== "site" && list !== "addresses"), "legal"];
  return `Cannot find the list "${name}" (content/_data/${name}.yaml)${didYouMean(name, known)}`;
}

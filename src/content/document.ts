import { readPast } from "../history/past.ts";
import type { Document, Page, Problem, Section } from "../model.ts";
import { BUDGETS } from "./budgets.ts";
import { planChangesPages } from "./changes.ts";
import { listFiles } from "./files.ts";
import { markHistory, repositoryOf } from "./history.ts";
import { LEDGER_FILE } from "./ledger.ts";
import { type PagePlan, planPages } from "./page-plans.ts";
import { type ReadSection, readSection } from "./sections.ts";
import { readSettings, SITE_FILE } from "./settings.ts";
import { type ShownFileOptions, ShownFiles } from "./shown-files.ts";
import { readShownLists } from "./shown-lists.ts";
import { readSource } from "./source.ts";
import { markStale, readTranslations } from "./translations.ts";

export interface AssemblyOptions extends ShownFileOptions {
  /** Words of the interface in a language. */
  readonly words: (language: string) => Promise<Readonly<Record<string, string>>>;
}

/** A site's folder → everything that it says, in every language, with all that was found wrong while reading. */
export async function assembleDocument(folder: string, options: AssemblyOptions): Promise<Document> {
  const files = await listFiles(folder);
  const sources = new Map<string, string>();
  const problems: Problem[] = [];
  const read = (file: string): string | undefined => {
    if (!files.has(file)) return undefined;
    const { text, problems: faults } = readSource(folder, file);
    problems.push(...faults);
    if (text !== undefined) sources.set(file, text);
    return text;
  };
  const nothing = { ...NOTHING, files, sources, problems };

  const settings = read(SITE_FILE);
  if (settings === undefined) {
    if (!files.has(SITE_FILE)) problems.push(NO_SETTINGS);
    return nothing;
  }
  const { site, problems: slips } = readSettings(settings, read(LEDGER_FILE));
  problems.push(...slips);
  if (site === undefined) return nothing;
  const shown = new ShownFiles(options, { files, languages: site.languages, read });
  const { lists, problems: faults } = await readShownLists(site, files, read, (file, width) =>
    shown.readPicture(file, width),
  );
  problems.push(...faults);

  const plans = await planPages({ site, files, lists, wordsOf: options.words });
  const readPage = async ({ page, parts }: PagePlan): Promise<Page> => {
    const found = await Promise.all(
      parts.map((part) => readSection(folder, part, (names) => shown.make(names))),
    );
    return { ...page, ...collect(found, page.title, { sources, problems }) };
  };
  // Git is asked first, so that it answers while the files are read.
  const translations = site.languages.slice(1).map((language) => `content/${language}`);
  const [past, ...pages] = await Promise.all([readPast(folder, { translations }), ...plans.map(readPage)]);
  for (const file of quotedFiles(pages)) if (!sources.has(file)) read(file);
  problems.push(...shown.problems);
  const icon = files.has(ICON_FILE) ? await options.readPicture(ICON_FILE) : undefined;
  const states = await readTranslations(folder, { site, pages, files, sources });
  const { state, changes } = past;
  const repository = repositoryOf(site, past);
  const document = {
    site: { ...site, ...(repository && { repository }) },
    pages: markHistory(markStale(pages, states), past, repository),
    history: { state, changes },
  };
  return {
    ...document,
    changesPages: await planChangesPages(document, options.words),
    translations: states,
    files,
    pictures: shown.pictures,
    flows: shown.flows,
    ...(icon && { icon }),
    sources,
    problems,
  };
}

/** Where a site keeps its mark: one drawing, of which all icons are made. */
export const ICON_FILE = "images/icon.svg";

/** Files that blocks of code say they hold. */
function quotedFiles(pages: readonly Page[]): Set<string> {
  const quoted = new Set<string>();
  for (const { sections } of pages) {
    for (const { blocks } of sections) {
      for (const { quotes } of blocks) if (quotes?.file !== undefined) quoted.add(quotes.file);
    }
  }
  return quoted;
}

const NOTHING: Omit<Document, "files" | "sources" | "problems"> = {
  site: {
    title: {},
    titlePlace: { file: SITE_FILE, line: 1, column: 1 },
    description: {},
    address: "",
    languages: [],
    languagePlaces: [],
    sections: [],
    pages: [],
    budgets: BUDGETS,
    legal: {},
    aliases: [],
    redirects: [],
    published: { pages: [], images: [] },
    outside: [],
  },
  pages: [],
  changesPages: [],
  translations: [],
  history: { state: "no-repository", changes: [] },
  pictures: new Map(),
  flows: new Set(),
};

const NO_SETTINGS: Problem = {
  rule: "settings",
  severity: "error",
  message: `Cannot find the settings of a site; name a folder that holds "${SITE_FILE}"`,
  place: { file: SITE_FILE, line: 1, column: 1 },
};

function collect(
  found: readonly ReadSection[],
  name: string,
  { sources, problems }: { sources: Map<string, string>; problems: Problem[] },
): { title: string; sections: readonly Section[] } {
  const sections: Section[] = [];
  for (const { section, source, problems: slips } of found) {
    problems.push(...slips);
    if (section === undefined || source === undefined) continue;
    sources.set(section.file, source);
    sections.push(section);
  }
  return { title: sections[0]?.title ?? name, sections };
}

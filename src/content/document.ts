import type { Document, Page, Picture, PictureFault, Problem, Section } from "../model.ts";
import { listFiles } from "./files.ts";
import { planPages } from "./page-plans.ts";
import { type ReadSection, readSection } from "./sections.ts";
import { LEDGER_FILE, readSettings, SITE_FILE } from "./settings.ts";
import { readShownLists } from "./shown-lists.ts";
import { readSource } from "./source.ts";

export interface AssemblyOptions {
  /** Words of the interface in a language. */
  readonly words: (language: string) => Promise<Readonly<Record<string, string>>>;
  readonly readPicture: (
    file: string,
    options?: { displayWidth?: number },
  ) => Promise<Picture | PictureFault>;
}

/** A site's folder → everything that it says, in every language, with all that was found wrong while reading. */
export async function assembleDocument(folder: string, options: AssemblyOptions): Promise<Document> {
  const files = await listFiles(folder);
  const sources = new Map<string, string>();
  const pictures = new Map<string, Picture | PictureFault>();
  const problems: Problem[] = [];
  const read = (file: string): string | undefined => {
    if (!files.has(file)) return undefined;
    const { text, problems: faults } = readSource(folder, file);
    problems.push(...faults);
    if (text !== undefined) sources.set(file, text);
    return text;
  };
  // A portrait is made in other sizes than the same picture in a text: both are to be printed.
  const readPicture = async (file: string, displayWidth?: number): Promise<Picture | PictureFault> => {
    const picture = await options.readPicture(file, displayWidth === undefined ? {} : { displayWidth });
    pictures.set("kind" in picture || displayWidth === undefined ? file : `${file} ${displayWidth}`, picture);
    return picture;
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
  const { lists, problems: faults } = await readShownLists(site, files, read, readPicture);
  problems.push(...faults);

  const plans = await planPages(site, files, lists, options.words);
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

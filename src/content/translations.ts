import { diffArrays } from "diff";
import { blobId, readBlob } from "../history/blobs.ts";
import type { Document, LineRange, Page, Section, Site, Translation } from "../model.ts";
import { fileOf, placeOfFile } from "./files.ts";

type Given = Pick<Document, "site" | "pages" | "files" | "sources">;

/** How each text stands to the one in the source language, in the order of languages, sections and pages. */
export async function readTranslations(folder: string, document: Given): Promise<Translation[]> {
  const { site, files, pages, sources } = document;
  const read = new Map(pages.flatMap((page) => page.sections).map((section) => [section.file, section]));
  const found = pairsOf(site)
    .filter(({ sourceFile }) => files.has(sourceFile))
    .map(async (pair): Promise<Translation> => {
      const { place, ...files } = pair;
      const section = read.get(pair.file);
      const text = sources.get(pair.sourceFile);
      if (section === undefined || text === undefined) return { ...files, state: "missing", place };
      const { source } = section;
      if (source === undefined) return { ...files, state: "unmarked", place: startOf(section) };
      if (source.id === blobId(text)) return { ...files, state: "fresh", place: source.place };
      const changed = await changedSince(folder, source.id, text);
      return { ...files, state: "stale", place: source.place, ...(changed && { changed }) };
    });
  return [...(await Promise.all(found)), ...orphansOf(site, files)];
}

type Pair = Pick<Translation, "language" | "file" | "sourceFile" | "place">;

function pairsOf({ languages, sections, pages }: Site): Pair[] {
  const [source = "", ...others] = languages;
  const all = [
    ...sections.map(({ name, place }) => ({ name, place, isPage: false })),
    ...pages.map(({ name, place }) => ({ name, place, isPage: true })),
  ];
  return others.flatMap((language) =>
    all.map(({ name, place, isPage }) => ({
      language,
      file: fileOf(language, name, { isPage }),
      sourceFile: fileOf(source, name, { isPage }),
      place,
    })),
  );
}

/** Translations of a text that is there no more. */
function orphansOf({ languages }: Site, files: ReadonlySet<string>): Translation[] {
  const [source = "", ...others] = languages;
  return [...files].flatMap((file): Translation[] => {
    const found = placeOfFile(file, others);
    if (found === undefined) return [];
    const { language, name, isPage } = found;
    const sourceFile = fileOf(source, name, { isPage });
    if (files.has(sourceFile)) return [];
    return [{ language, file, sourceFile, state: "orphan", place: { file, line: 1, column: 1 } }];
  });
}

function startOf({ file }: Section): Translation["place"] {
  return { file, line: 1, column: 1 };
}

/** The lines in which a text differs from the one with that id; undefined where git no longer has that one. */
async function changedSince(folder: string, id: string, text: string): Promise<LineRange[] | undefined> {
  const earlier = await readBlob(folder, id);
  return earlier === undefined ? undefined : changedLines(earlier.replace(/^\uFEFF/, ""), text);
}

/** `changedLines("a\nb\n", "a\nc\n")` gives `[{ first: 2, last: 2 }]`; lines that went leave an empty range. */
export function changedLines(earlier: string, now: string): LineRange[] {
  const ranges: LineRange[] = [];
  let line = 1;
  let isOpen = false;
  for (const { added, removed, count } of diffArrays(earlier.split(/\r?\n/), now.split("\n"))) {
    const isSame = !added && !removed;
    if (!isSame && !isOpen) ranges.push({ first: line, last: line - 1 });
    isOpen = !isSame;
    if (removed) continue;
    line += count;
    const range = ranges.at(-1);
    if (added && range !== undefined) ranges[ranges.length - 1] = { ...range, last: line - 1 };
  }
  return ranges;
}

/** Pages whose parts know what readers are told of them: those that are not translated from the text as it is now. */
export function markStale(pages: readonly Page[], translations: readonly Translation[]): Page[] {
  const stale = new Set(translations.flatMap(({ state, file }) => (state === "stale" ? file : [])));
  if (stale.size === 0) return [...pages];
  return pages.map((page) => ({
    ...page,
    sections: page.sections.map((section) =>
      stale.has(section.file) ? { ...section, isStale: true } : section,
    ),
  }));
}

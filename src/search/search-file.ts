import type { Document } from "../model.ts";
import { type AskedFile, askedFile } from "../printing/asked-files.ts";
import type { AllAssets } from "../printing/assets.ts";
import type { Mode } from "../printing/sheet.ts";
import type { Words } from "../printing/words.ts";
import { searchedSections } from "./searched-sections.ts";

export interface SearchFileOptions {
  /** The script that the data is handed to, and how it looks. */
  readonly assets: AllAssets["search"];
  /** Words of the interface, by language. */
  readonly words: ReadonlyMap<string, Words>;
  readonly mode: Mode;
}

/** What a page asks for when somebody searches, by language: the code with all that one language says. */
export function makeSearchFiles(
  document: Document,
  options: SearchFileOptions,
): ReadonlyMap<string, AskedFile> {
  const { languages } = document.site;
  return new Map(languages.map((language) => [language, makeSearchFile(document, language, options)]));
}

/** The code with its data in it: a page that was opened from a folder is given no data. */
function makeSearchFile(
  document: Document,
  language: string,
  { assets, words, mode }: SearchFileOptions,
): AskedFile {
  const own = Object.entries(words.get(language) ?? {});
  const index = {
    styles: assets.styles,
    words: Object.fromEntries(own.filter(([key]) => key.startsWith("search"))),
    sections: searchedSections(document, language),
  };
  const code = `${assets.script}\nopenSearch(${JSON.stringify(index)});`;
  const when = "when somebody opens the search";
  return askedFile(code, { name: "search", when, language, site: document.site, mode });
}

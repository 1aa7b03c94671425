import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pagePath } from "../content/addresses.ts";
import type { Document } from "../model.ts";
import type { AllAssets } from "../printing/assets.ts";
import type { Mode } from "../printing/sheet.ts";
import type { Words } from "../printing/words.ts";
import { searchedSections } from "./searched-sections.ts";

/** What a page asks for when somebody searches: the code with all that one language says. */
export interface SearchFile {
  /** Relative to the output folder: `de/search-1a2b3c4d.js` */
  readonly path: string;
  readonly text: string;
}

export interface SearchFileOptions {
  /** The script that the data is handed to, and how it looks. */
  readonly assets: AllAssets["search"];
  /** Words of the interface, by language. */
  readonly words: ReadonlyMap<string, Words>;
  readonly mode: Mode;
}

export type SearchFiles = ReadonlyMap<string, SearchFile>;

/** By language. */
export function makeSearchFiles(document: Document, options: SearchFileOptions): SearchFiles {
  const { languages } = document.site;
  return new Map(languages.map((language) => [language, makeSearchFile(document, language, options)]));
}

/** A classic script with its data in it: a page that was opened from a folder is given no other kind of file. */
function makeSearchFile(
  document: Document,
  language: string,
  { assets, words, mode }: SearchFileOptions,
): SearchFile {
  const own = Object.entries(words.get(language) ?? {});
  const index = {
    styles: assets.styles,
    words: Object.fromEntries(own.filter(([key]) => key.startsWith("search"))),
    sections: searchedSections(document, language),
  };
  const text = `(() => {\n${assets.script}\nopenSearch(${JSON.stringify(index)});\n})();\n`;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  // In a preview the name stays, or each change of a word would be one of every page.
  const name = mode === "preview" ? "search" : `search-${hash}`;
  return { path: pagePath(name, language, document.site.languages).replace(/html$/, "js"), text };
}

export async function writeSearchFiles(files: SearchFiles, output: string): Promise<void> {
  for (const { path, text } of files.values()) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), text);
  }
}

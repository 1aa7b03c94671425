import { createHash } from "node:crypto";
import { besideHome } from "../content/addresses.ts";
import type { Site } from "../model.ts";
import { eachBytes } from "../text-bytes.ts";
import { writeBelow } from "../write-below.ts";
import type { Mode } from "./sheet.ts";

/** A script that a page asks for only when its reader does something. */
export interface AskedFile {
  /** Relative to the output folder: `de/search-1a2b3c4d.js` */
  readonly path: string;
  readonly text: string;
  /** For the list of requests: `when somebody opens the search` */
  readonly when: string;
}

export interface AskedFileOptions {
  readonly name: string;
  readonly when: string;
  readonly language: string;
  readonly site: Pick<Site, "languages">;
  readonly mode: Mode;
}

/** A classic script: a page that was opened from a folder is given no other kind of file. */
export function askedFile(code: string, { name, when, language, site, mode }: AskedFileOptions): AskedFile {
  const text = `(() => {\n${code}\n})();\n`;
  const hash = createHash("sha256");
  eachBytes([text], (bytes) => hash.update(bytes));
  // In a preview the name stays, or each change of a word would be one of every page.
  const file = mode === "preview" ? name : `${name}-${hash.digest("hex").slice(0, 8)}`;
  return { path: besideHome(`${file}.js`, language, site), text, when };
}

export function writeAskedFiles(files: Iterable<AskedFile>, output: string): void {
  for (const { path, text } of files) writeBelow(output, path, text);
}

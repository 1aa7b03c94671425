import { besideHome, copyPath } from "../content/addresses.ts";
import type { BuiltPage, Document } from "../model.ts";
import type { Words } from "../printing/words.ts";
import { writeBelow } from "../write-below.ts";
import { listCopies } from "./llms.ts";
import { copyPage } from "./markdown/copy.ts";
import { packPage } from "./offline.ts";
import { pictureFiles } from "./page-tree.ts";

export interface EditionOptions {
  readonly output: string;
  readonly wordsOf: (language: string) => Promise<Words>;
}

/** With every build, in each language: one file for offline reading, Markdown copies, and their lists for machines. */
export async function writeEditions(
  document: Document,
  built: readonly BuiltPage[],
  { output, wordsOf }: EditionOptions,
): Promise<void> {
  const { site, pages } = document;
  const pictures = pictureFiles(document);
  const files = new Map<string, string>();
  for (const language of site.languages) {
    const words = await wordsOf(language);
    const beside = (file: string): string => besideHome(file, language, site);
    const copies: string[] = [];
    for (const page of pages.filter((one) => one.language === language)) {
      const copy = copyPage(page, document, words);
      files.set(copyPath(page.path), copy);
      copies.push(copy);
    }
    files.set(beside("llms.txt"), listCopies(language, document, words));
    files.set(beside("llms-full.txt"), copies.join("\n"));
    const explainer = built.find(({ page }) => page.language === language && page.layout === "explainer");
    if (explainer !== undefined) {
      files.set(beside("offline.html"), await packPage(explainer, site.address, pictures));
    }
  }
  // Not before all is made: nobody would hear of a full disk meanwhile, and the process would end with it.
  await Promise.all([...files].map(([path, text]) => writeBelow(output, path, text)));
}

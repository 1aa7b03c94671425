import { besideHome, copyPath } from "../content/addresses.ts";
import type { BuiltPage, Document } from "../model.ts";
import type { Words } from "../printing/words.ts";
import { type Content, writeBelow } from "../write-below.ts";
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
  for (const language of site.languages) {
    const words = await wordsOf(language);
    const write = (file: string, content: Content): void =>
      writeBelow(output, besideHome(file, language, site), content);
    const copies: string[] = [];
    for (const page of pages.filter((one) => one.language === language)) {
      const copy = copyPage(page, document, words);
      writeBelow(output, copyPath(page.path), copy);
      copies.push(copy);
    }
    write("llms.txt", listCopies(language, document, words));
    write(
      "llms-full.txt",
      copies.flatMap((copy, index) => (index === 0 ? copy : ["\n", copy])),
    );
    const explainer = built.find(({ page }) => page.language === language && page.layout === "explainer");
    if (explainer !== undefined) {
      write("offline.html", await packPage(explainer, site.address, pictures));
    }
  }
}

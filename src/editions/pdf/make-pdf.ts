import { findBrowser } from "../../browser/find-browser.ts";
import { readWords } from "../../printing/words.ts";
import { LAYOUTS } from "../../project.ts";
import { describeBook } from "../about.ts";
import type { Printed } from "../book.ts";
import { addAuthors } from "./add-authors.ts";
import { printBookSheet } from "./book-sheet.ts";
import { FONTS } from "./fonts.ts";
import { findMissingLetters } from "./missing-letters.ts";
import { readParts } from "./parts.ts";
import { printWithPages } from "./print-with-pages.ts";

/** All that a site says in one language, as a PDF for paper, printed by a browser. */
export async function makePdf(language: string, printed: Printed): Promise<Uint8Array> {
  const { document, pages, folder, paper = "a4" } = printed;
  const { site } = document;
  const words = await readWords(LAYOUTS, language);
  const about = describeBook(document, language);
  const own = pages.filter(({ page }) => page.language === language && document.pages.includes(page));
  const parts = readParts(own, site.address);
  const html = await printBookSheet(parts, { about, site, words, fonts: FONTS });
  const path = own[0]?.page.path ?? "index.html";
  const bytes = await printWithPages({ html, path, folder, paper }, await findBrowser());
  const missing = await findMissingLetters(bytes, parts);
  if (missing.length > 0) throw new Error(tellMissing(path, missing));
  return addAuthors(
    bytes,
    about.authors.map(({ name }) => name),
  );
}

function tellMissing(path: string, missing: readonly string[]): string {
  const some = missing.slice(0, 5).join(" ");
  const letters = missing.length === 1 ? some : `${missing.length} letters such as ${some}`;
  return `Cannot print ${path}: no font of this machine has ${letters}; install one, such as Noto, or leave the PDF out with "--only epub"`;
}

import { findBrowser } from "../../browser/find-browser.ts";
import { readWords } from "../../printing/words.ts";
import { LAYOUTS } from "../../project.ts";
import { describeBook } from "../about.ts";
import type { Printed } from "../book.ts";
import { addAuthors } from "./add-authors.ts";
import { printBookSheet } from "./book-sheet.ts";
import { FONTS } from "./fonts.ts";
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
  return addAuthors(
    bytes,
    about.authors.map(({ name }) => name),
  );
}

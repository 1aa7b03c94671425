import { DomUtils } from "htmlparser2";
import { loadPdf } from "./load-pdf.ts";
import type { Part } from "./parts.ts";

/**
 * The letters of a book that a PDF of it lacks. Its own fonts hold those of Europe; others come from the machine that
 * prints, and where no font has a letter, the browser leaves it out without a word.
 */
export async function findMissingLetters(bytes: Uint8Array, parts: readonly Part[]): Promise<string[]> {
  const said = parts.flatMap(({ sections }) => sections.map((section) => DomUtils.textContent(section)));
  const letters = lettersOf(said.join(""));
  if (letters.size === 0) return [];
  const pdf = await loadPdf(bytes);
  for (let page = 1; page <= pdf.numPages && letters.size > 0; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    for (const letter of lettersOf(items.map((item: { str?: string }) => item.str ?? "").join(""))) {
      letters.delete(letter);
    }
  }
  await pdf.destroy();
  return [...letters];
}

/** Each once, without those of Latin; forms that stand for the same letter are one. */
function lettersOf(text: string): Set<string> {
  return new Set(text.normalize("NFKC").match(/(?!\p{Script=Latin})\p{L}/gu));
}

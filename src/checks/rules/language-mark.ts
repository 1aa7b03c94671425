import { isLanguage } from "../../language.ts";
import type { Rule } from "../rule.ts";

/** A mark that says in which language words are names a language, and stands at words. */
export const languageMark: Rule = {
  name: "language-mark",
  *check({ document: { pages } }) {
    const sections = pages.flatMap((page) => page.sections);
    for (const { language, isPlaced, place } of sections.flatMap(({ languageMarks }) => languageMarks)) {
      if (!isLanguage(language)) {
        const message = `Cannot take "${language}" for a language; give a tag such as {lang=en} or {lang=pt-BR}`;
        yield { message, place };
      } else if (!isPlaced) {
        const ways = `put it behind words in brackets, [words]{lang=${language}}, or at the end of a paragraph, after a space`;
        yield { message: `"{lang=${language}}" marks nothing here; ${ways}`, place };
      }
    }
  },
};

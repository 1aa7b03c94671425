import { fill } from "../markdown/words.ts";
import type { TableList, Term, Text } from "../model.ts";
import { tellDay, tellDayIn } from "./days.ts";
import { printGlossary } from "./glossary.ts";
import { narrowingOf } from "./narrowing.ts";
import type { Sheet } from "./sheet.ts";
import { wideColumns } from "./wide-columns.ts";
import { pick } from "./words.ts";

/** What a template is printing. */
interface Printing {
  readonly ctx: { readonly sheet?: unknown };
}

const sheetOf = ({ ctx }: Printing): Sheet => ctx.sheet as Sheet;

/** What templates may ask of a value, in the language of the sheet that they print. */
export const FILTERS = {
  pick(this: Printing, text: Text) {
    return pick(text, sheetOf(this).language);
  },
  day(this: Printing, day: string) {
    return tellDay(day, sheetOf(this).language);
  },
  dayIn(this: Printing, phrase: string, day: string) {
    return tellDayIn(phrase, day, sheetOf(this).language);
  },
  glossary(this: Printing, terms: readonly Term[]) {
    const { language, site } = sheetOf(this);
    return printGlossary(terms, language, site.languages[0] ?? language);
  },
  narrowing: narrowingOf,
  wideColumns(this: Printing, list: TableList) {
    return wideColumns(list, sheetOf(this).language);
  },
  fill,
};

import { isPlainId, PLAIN_SIGNS } from "../../markdown/id-marks.ts";
import type { Rule } from "../rule.ts";

/** A mark that gives an id stands at something, and its id needs no encoding in an address. */
export const idMark: Rule = {
  name: "id-mark",
  *check({ document: { pages } }) {
    const sections = pages.flatMap((page) => page.sections);
    for (const { id, isPlaced, place } of sections.flatMap(({ idMarks }) => idMarks)) {
      const asWords = `where the words are meant, write \\{#${id}}`;
      if (!isPlainId(id)) {
        const message = `Cannot use "${id}" as an id; ${PLAIN_SIGNS}; ${asWords}`;
        yield { message, place };
      } else if (!isPlaced) {
        const way = "put it at the end of a paragraph, after a space, one to each";
        yield { message: `"{#${id}}" marks nothing here; ${way}; ${asWords}`, place };
      }
    }
  },
};

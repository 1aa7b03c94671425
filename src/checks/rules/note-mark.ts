import { NOTE_KINDS } from "../../markdown/notes.ts";
import type { NoteSlip } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import type { Rule } from "../rule.ts";

/** A mark such as `[!NOTE]` makes a note of the quotation below it, and the note has words. */
export const noteMark: Rule = {
  name: "note-mark",
  *check({ document: { pages } }) {
    for (const slip of pages.flatMap((page) => page.sections.flatMap(({ noteSlips }) => noteSlips))) {
      yield { message: explain(slip), place: slip.place };
    }
  },
};

const KINDS = NOTE_KINDS.map((kind) => kind.toUpperCase());

function explain(slip: NoteSlip): string {
  if (slip.kind === "empty")
    return 'This note is empty; write its words in the lines below, each behind a ">"';
  const mark = `[!${slip.name}]`;
  const asWords = `where words are meant, write \\${mark}`;
  if (slip.kind === "beside-words") {
    return `Cannot make a note: words stand behind "${mark}"; put them into the next line, behind a ">"; ${asWords}`;
  }
  const ways = `; the kinds are ${KINDS.join(", ")}; ${asWords}`;
  return `Cannot find the kind of note "${mark}"${didYouMean(slip.name, KINDS) || ways}`;
}

import type { Token } from "markdown-it";
import type { NoteSlip } from "../model.ts";
import { isNoteKind } from "./notes.ts";
import { blockPlace, inlinePlace, offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";

/** `[!NOTE]`, with nothing behind it that would make a link or a mark of it. */
const MARK = /^\[!([a-z-]+)\](?![[({])/i;

/** Notes that hold nothing, and marks of notes that stayed words, in the tokens of one text. */
export function findNoteSlips(tokens: readonly Token[], reading: Reading): NoteSlip[] {
  const slips: NoteSlip[] = [];
  for (const [index, token] of tokens.entries()) {
    // Behind a note's label.
    if (token.type === "note_open" && tokens[index + 4]?.type === "note_close") {
      slips.push({ kind: "empty", place: blockPlace(reading, token.map, "[!") });
    }
    const inline = tokens[index + 2];
    if (token.type !== "blockquote_open" || inline?.type !== "inline") continue;
    const [mark, name = ""] = MARK.exec(inline.content) ?? [];
    if (mark === undefined || tokens[index + 1]?.tag !== "p" || inline.children?.some(isLinkOfMark)) continue;
    const place = inlinePlace(reading, inline, 0, mark.length);
    slips.push({ kind: isNoteKind(name) ? "beside-words" : "unknown", name, place });
  }
  return slips;
}

function isLinkOfMark(token: Token): boolean {
  return token.type === "link_open" && offsetOf(token) === 1;
}

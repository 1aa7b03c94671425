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
  tokens.forEach(({ type, map }, index) => {
    // Behind a note's label.
    if (type === "note_open" && tokens[index + 4]?.type === "note_close") {
      slips.push({ kind: "empty", place: blockPlace(reading, map, "[!") });
    } else if (type === "blockquote_open" && tokens[index + 1]?.tag === "p") {
      const slip = lostMark(tokens[index + 2], reading);
      if (slip !== undefined) slips.push(slip);
    }
  });
  return slips;
}

function lostMark(inline: Token | undefined, reading: Reading): NoteSlip | undefined {
  const [mark, name = ""] = MARK.exec(inline?.content ?? "") ?? [];
  if (inline === undefined || mark === undefined || inline.children?.some(isLinkOfMark)) return undefined;
  const place = inlinePlace(reading, inline, 0, mark.length);
  return { kind: isNoteKind(name) ? "beside-words" : "unknown", name, place };
}

function isLinkOfMark(token: Token): boolean {
  return token.type === "link_open" && offsetOf(token) === 1;
}

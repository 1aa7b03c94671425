// markdown-it tells the lines of blocks only. Here every inline token learns the offset at which it was
// found, and an offset becomes a line and a column of the file again.

import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Place } from "../model.ts";
import type { Reading } from "./reading.ts";

/** Notes in `token.meta.offset` where in its block's text an inline token was found. */
export function rememberPositions(md: MarkdownIt): void {
  const State = md.inline.State;
  md.inline.State = class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      token.meta = { ...token.meta, offset: this.pos };
      return token;
    }
  };
}

export function offsetOf(token: Token): number {
  return typeof token.meta?.offset === "number" ? token.meta.offset : 0;
}

/** The place of a block's first character. Blocks inside tables take their row's lines. */
export function blockPlace(reading: Reading, lines: readonly [number, number] | null): Place {
  const line = lines?.[0] ?? 0;
  const text = reading.lines[line] ?? "";
  const column = text.length - text.trimStart().length + 1;
  return { file: reading.file, line: line + 1, column, length: Math.max(1, text.trim().length) };
}

/**
 * The place of an offset in the text of an `inline` token. markdown-it has taken off each line what belongs to the
 * blocks around it (`> `, indents) and the spaces at its end, so a line of the text is the tail of a line of the file.
 * Headings and cells lose something at both ends; there the text is looked up in the line, cells after `from`.
 */
export function inlinePlace(
  reading: Reading,
  inline: Token,
  offset: number,
  { lines = inline.map, length = 1, from = 0 } = {},
): Place {
  const { content } = inline;
  let [begin, line] = [0, lines?.[0] ?? 0];
  for (let at = content.indexOf("\n"); at >= 0 && at < offset; at = content.indexOf("\n", begin)) {
    [begin, line] = [at + 1, line + 1];
  }
  const end = content.indexOf("\n", begin);
  const part = content.slice(begin, end < 0 ? undefined : end).trimEnd();
  const whole = (reading.lines[line] ?? "").trimEnd();
  const found = whole.endsWith(part) && from === 0 ? whole.length - part.length : whole.indexOf(part, from);
  return { file: reading.file, line: line + 1, column: Math.max(0, found) + offset - begin + 1, length };
}

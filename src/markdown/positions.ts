// markdown-it tells the lines of blocks only. Here every block of words learns at which columns its lines begin in the
// file, every inline token the offset in its block's text at which it was found; together they are a place again.

import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Place } from "../model.ts";
import type { Reading } from "./reading.ts";
import { cellOffsets } from "./rows.ts";

/** Where the text of an `inline` token stands in the file. Lines and columns count from 0. */
interface Origin {
  readonly line: number;
  /** The column of the first character of each line that is not white space. */
  readonly columns: readonly number[];
  readonly isCell?: boolean;
  /** The text was written elsewhere: only this place is known. */
  readonly isElsewhere?: boolean;
  /** Where its lines or cells end, once somebody has asked. */
  ends?: Ends;
}

interface Ends {
  readonly content: string;
  readonly offsets: readonly number[];
}

/** Notes where blocks of words begin in `token.meta.origin`, and where inline tokens do in `token.meta.offset`. */
export function rememberPositions(md: MarkdownIt): void {
  const InlineState = md.inline.State;
  md.inline.State = class extends InlineState {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      token.meta = { offset: this.pos };
      return token;
    }
  };
  const BlockState = md.block.State;
  md.block.State = class extends BlockState {
    /** `bMarks` before quotations move them. */
    readonly #lineBegins = [...this.bMarks];
    #lines: readonly [number, number] = [0, 0];
    #cells: number[] = [];

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      // A block gets its lines after it was pushed, and before the next one is.
      const before = this.tokens.at(-1);
      if (before?.map != null) this.#lines = before.map;
      if (before?.type === "tr_open") {
        this.#cells = this.#findCells(this.#lines[0]);
        before.meta = { column: this.#column(this.#lines[0]) };
      }
      const token = super.push(type, tag, nesting);
      if (type === "inline") {
        const isCell = before?.type === "th_open" || before?.type === "td_open";
        const isHeading = before?.type === "heading_open" && before.markup.startsWith("#");
        token.meta = { origin: isCell ? this.#cellOrigin() : this.#blockOrigin(isHeading) };
      }
      return token;
    }

    #blockOrigin(isHeading: boolean): Origin {
      const [line, end] = this.#lines;
      const columns = Array.from({ length: end - line }, (_, index) => this.#column(line + index));
      if (!isHeading) return { line, columns };
      const start = (this.#lineBegins[line] ?? 0) + (columns[0] ?? 0);
      const sign = /^#+[ \t]*/.exec(this.src.slice(start, this.eMarks[line]))?.[0].length ?? 0;
      return { line, columns: [(columns[0] ?? 0) + sign] };
    }

    #cellOrigin(): Origin {
      const line = this.#lines[0];
      // Cells that a short row leaves out stand at its end.
      const end = (this.eMarks[line] ?? 0) - (this.#lineBegins[line] ?? 0);
      return { line, columns: [this.#cells.shift() ?? end], isCell: true };
    }

    #findCells(line: number): number[] {
      const first = this.#column(line);
      const begin = this.#lineBegins[line] ?? 0;
      return cellOffsets(this.src.slice(begin + first, this.eMarks[line])).map((offset) => first + offset);
    }

    #column(line: number): number {
      return (this.bMarks[line] ?? 0) + (this.tShift[line] ?? 0) - (this.#lineBegins[line] ?? 0);
    }
  };
}

function originOf(inline: Token): Origin {
  return inline.meta?.origin ?? { line: 0, columns: [0] };
}

export function offsetOf(token: Token | undefined): number {
  return typeof token?.meta?.offset === "number" ? token.meta.offset : 0;
}

/** What `part.meta` is for a part of another text that begins at an offset of it. */
export function partOf(whole: Token, offset: number, { isElsewhere = false } = {}): { origin: Origin } {
  const { line, column } = find(whole, offset);
  if (isElsewhere) return { origin: { line, columns: [column], isElsewhere } };
  const { line: first, columns } = originOf(whole);
  return { origin: { line, columns: [column, ...columns.slice(line - first + 1)] } };
}

/** The place of a block: of `text` in its first line, or of all that stands in that line. */
export function blockPlace(
  reading: Reading,
  lines: readonly [number, number] | null,
  text: string | undefined = undefined,
): Place {
  const index = lines?.[0] ?? 0;
  const line = reading.lines[index] ?? "";
  const first = text?.trimStart().split("\n", 1)[0]?.trimEnd() ?? "";
  const found = first === "" ? -1 : line.indexOf(first);
  const column = found < 0 ? line.length - line.trimStart().length : found;
  const length = Math.max(1, line.trimEnd().length - column);
  return { file: reading.file, line: index + 1, column: column + 1, length };
}

/** The place of an offset in the text of an `inline` token, no longer than its line. */
export function inlinePlace(reading: Reading, inline: Token, offset: number, length = 1): Place {
  const { line, column } = find(inline, offset);
  const rest = originOf(inline).isElsewhere ? 1 : (reading.lines[line] ?? "").trimEnd().length - column;
  return {
    file: reading.file,
    line: line + 1,
    column: column + 1,
    length: Math.max(1, Math.min(length, rest)),
  };
}

function find(inline: Token, offset: number): { line: number; column: number } {
  const origin = originOf(inline);
  const { line, columns, isCell, isElsewhere } = origin;
  const first = columns[0] ?? 0;
  // Most ask for the beginning of a block.
  if (isElsewhere || offset === 0) return { line, column: first };
  const signs = offsetsOf(isCell ? "|" : "\n", inline, origin);
  const index = countBelow(offset, signs);
  // A bar in a cell is written `\|`.
  if (isCell) return { line, column: first + offset + index };
  const begin = (signs[index - 1] ?? -1) + 1;
  // What is left of an indent is white space at the beginning of the line, and may have been a tab.
  const indent = index === 0 ? 0 : Math.max(0, inline.content.slice(begin).search(/[^ \t]/));
  return { line: line + index, column: (columns[index] ?? 0) + Math.max(0, offset - begin - indent) };
}

/** Where a sign stands in the text of an `inline` token. Every token in it asks, so it is looked for once. */
function offsetsOf(sign: string, { content }: Token, origin: Origin): readonly number[] {
  if (origin.ends?.content === content) return origin.ends.offsets;
  const offsets: number[] = [];
  for (let at = content.indexOf(sign); at >= 0; at = content.indexOf(sign, at + 1)) offsets.push(at);
  origin.ends = { content, offsets };
  return offsets;
}

/** How many of some ascending numbers are less than a limit. */
function countBelow(limit: number, numbers: readonly number[]): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Place } from "../model.ts";
import { linesOf } from "./lines.ts";

/**
 * The lines around a place, with a mark under what is meant:
 *
 *       41 | before
 *     > 42 | see [push](#push-base) for
 *          |            ^^^^^^^^^^
 *       43 | after
 */
export function codeFrame(source: string, { line, column, length = 1 }: Place, around = 1): string {
  const lines = linesOf(source);
  // The end of the last line begins no other.
  const count = lines.length > line && lines.at(-1) === "" ? lines.length - 1 : lines.length;
  const first = Math.max(1, line - around);
  const last = Math.min(count, line + around);
  const width = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    const { cut, start } = window(text, number === line ? column : 1);
    rows.push(
      `${number === line ? ">" : " "} ${String(number).padStart(width)} | ${printable(cut)}`.trimEnd(),
    );
    if (number !== line) continue;
    const before = cut.slice(0, column - 1 - start);
    const meant = cut.slice(before.length, before.length + length);
    rows.push(`  ${" ".repeat(width)} | ${blank(before)}${"^".repeat(Math.max(1, blank(meant).length))}`);
  }
  return rows.join("\n");
}

const WIDEST = 160;

/** A line of many thousand characters would bury the message: the part around the column is enough. */
function window(text: string, column: number): { cut: string; start: number } {
  if (text.length <= WIDEST) return { cut: text, start: 0 };
  const start = Math.max(0, Math.min(column - WIDEST / 2, text.length - WIDEST));
  return { cut: text.slice(start, start + WIDEST), start };
}

// Ideographs, kana, Hangul and their punctuation take two columns of a terminal. So do most signs beyond U+FFFF,
// which are two characters here as it is.
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

/** Space as wide as a text. Tabs stay tabs, so that the mark stands under its word at any tab width. */
function blank(text: string): string {
  return text
    .replace(/\p{Mark}/gu, "")
    .replace(WIDE, "  ")
    .replace(/[^\t]/g, " ");
}

/** A terminal takes some characters for commands: none of them gets there from an editor's file. */
export function printable(text: string): string {
  return text.replace(/[^\t\P{Control}]/gu, "\uFFFD");
}

import type { Place } from "../model.ts";

/**
 * The lines around a place, with a mark under what is meant:
 *
 *       41 | before
 *     > 42 | see [push](#push-base) for
 *          |            ^^^^^^^^^^
 *       43 | after
 */
export function codeFrame(source: string, { line, column, length = 1 }: Place, around = 1): string {
  const lines = source.split("\n");
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const width = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    const [cut, shift] = number === line ? window(text, column) : window(text, 1);
    rows.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} | ${cut}`.trimEnd());
    if (number !== line) continue;
    // Tabs stay tabs in the lead, so that the mark stands under its word at any tab width.
    const lead = cut.slice(0, column - 1 - shift).replace(/[^\t]/g, " ");
    const marked = Math.max(1, Math.min(length, cut.length - lead.length));
    rows.push(`  ${" ".repeat(width)} | ${lead}${"^".repeat(marked)}`);
  }
  return rows.join("\n");
}

const WIDEST = 160;

/** A line of many thousand characters would bury the message: the part around the column is enough. */
function window(text: string, column: number): [cut: string, shift: number] {
  if (text.length <= WIDEST) return [text, 0];
  const start = Math.max(0, Math.min(column - WIDEST / 2, text.length - WIDEST));
  return [text.slice(start, start + WIDEST), start];
}

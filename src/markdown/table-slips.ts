import type { Token } from "markdown-it";
import type { TableSlip } from "../model.ts";
import { inlinePlace } from "./positions.ts";
import type { Reading } from "./reading.ts";
import { cellOffsets, cellsIn } from "./rows.ts";

/** What was meant as a part of a table and is none, in the tokens of one text. */
export function findTableSlips(tokens: readonly Token[], reading: Reading): TableSlip[] {
  const slips: TableSlip[] = [];
  let columns = 0;
  for (const token of tokens) {
    if (token.type === "table_open") columns = 0;
    else if (token.type === "th_open") columns++;
    else if (token.type === "tr_open" && columns > 0) slips.push(...lostCells(token, columns, reading));
    else if (token.type === "inline" && token.content.includes("|"))
      slips.push(...lostTables(token, reading));
  }
  return slips;
}

function lostCells({ map, meta }: Token, columns: number, { file, lines }: Reading): TableSlip[] {
  const line = map?.[0] ?? 0;
  const column: number = meta?.column ?? 0;
  const row = lines[line]?.slice(column) ?? "";
  const cells = cellsIn(row);
  if (cells.length <= columns) return [];
  const lost = cells.slice(columns).join("|").trim();
  // A comment behind the last bar is for nobody who reads the page.
  if (/^(?:[|\s]|<!--.*?-->)*$/.test(lost)) return [];
  const begin = column + (cellOffsets(row)[columns] ?? 0);
  const place = { file, line: line + 1, column: begin + 1, length: lost.length };
  return [{ kind: "row", columns, cells: cells.length, lost, place }];
}

/** `|---|:-:|`, or `--- | ---` */
const DASHES = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

function* lostTables(inline: Token, reading: Reading): Generator<TableSlip> {
  let begin = 0;
  let above = "";
  for (const line of inline.content.split("\n")) {
    const dashes = line.trim();
    if (above.includes("|") && dashes.includes("|") && DASHES.test(dashes)) {
      const [columns, cells] = [cellsIn(above).length, cellsIn(dashes).length];
      const place = inlinePlace(reading, inline, begin + line.indexOf(dashes), dashes.length);
      if (columns !== cells && isBroken(inline, begin - 1)) yield { kind: "dashes", columns, cells, place };
    }
    begin += line.length + 1;
    above = line;
  }
}

/** Whether a line of words ends at an offset: in code and comments none does. */
function isBroken({ children }: Token, offset: number): boolean {
  return children?.some(({ type, meta }) => type.endsWith("break") && meta?.offset === offset) === true;
}

import type { Token } from "markdown-it";
import type { TableSlip } from "../model.ts";
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
  }
  return slips;
}

function lostCells({ map, meta }: Token, columns: number, { file, lines }: Reading): TableSlip[] {
  const line = map?.[0] ?? 0;
  const column: number = meta?.column ?? 0;
  const row = lines[line]?.slice(column) ?? "";
  const cells = cellsIn(row);
  const lost = cells.slice(columns).join("|").trim();
  if (/^[|\s]*$/.test(lost)) return [];
  const begin = column + (cellOffsets(row)[columns] ?? 0);
  const place = { file, line: line + 1, column: begin + 1, length: lost.length };
  return [{ kind: "row", columns, cells: cells.length, lost, place }];
}

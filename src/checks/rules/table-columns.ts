import type { TableSlip } from "../../model.ts";
import type { Rule } from "../rule.ts";

/** A table has its columns from its header: what a row holds beyond them vanishes. */
export const tableColumns: Rule = {
  name: "table-columns",
  *check({ document: { pages } }) {
    for (const slip of pages.flatMap((page) => page.sections.flatMap(({ tableSlips }) => tableSlips))) {
      yield { message: explain(slip), place: slip.place };
    }
  },
};

function explain({ lost, cells, columns }: TableSlip): string {
  const why = `this row has ${count(cells, "cell")}, its table ${count(columns, "column")}`;
  return `Cannot show "${lost}": ${why}; write \\| where a bar is meant, or give the table another column`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

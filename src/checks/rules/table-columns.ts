import type { TableSlip } from "../../model.ts";
import type { Rule } from "../rule.ts";

/** A table has its columns from its header: what a row holds beyond them vanishes, and dashes for others make no table. */
export const tableColumns: Rule = {
  name: "table-columns",
  *check({ document: { pages } }) {
    for (const slip of pages.flatMap((page) => page.sections.flatMap(({ tableSlips }) => tableSlips))) {
      yield { message: explain(slip), place: slip.place };
    }
  },
};

function explain(slip: TableSlip): string {
  const columns = count(slip.columns, "column");
  if (slip.kind === "row") {
    const why = `this row has ${count(slip.cells, "cell")}, its table ${columns}`;
    return `Cannot show "${slip.lost}": ${why}; write \\| where a bar is meant, or give the table another column`;
  }
  const why = `the line above has ${columns}, this one ${slip.cells}`;
  return `Cannot make a table: ${why}; write "---" once for each column, and \\| where a bar is meant`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

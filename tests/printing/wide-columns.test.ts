import { describe, expect, it } from "vitest";
import type { Row, TableList } from "../../src/model.ts";
import { wideColumns } from "../../src/printing/wide-columns.ts";

function row(...texts: readonly string[]): Row {
  const cells = texts.map((text, index) => ({ column: String(index), text: { en: text, de: "kurz" } }));
  return { id: texts[0] ?? "", cells } as unknown as Row;
}

const LONG = "what a bee does in all the days of a summer that is long and dry";

describe("wide columns", () => {
  it("are those with a sentence in any row, but never the names of the rows", () => {
    const list = {
      columns: [{ name: "0" }, { name: "1" }, { name: "2" }],
      rows: [row(LONG, "short", "short"), row("bee", "short", LONG)],
    } as unknown as TableList;
    expect(wideColumns(list, "en")).toEqual([false, false, true]);
    expect(wideColumns(list, "de")).toEqual([false, false, false]);
  });
});

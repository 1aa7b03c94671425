import { describe, expect, it } from "vitest";
import type { Section, TableList } from "../../src/model.ts";
import { narrowingOf, narrowingRules } from "../../src/printing/narrowing.ts";

const place = { file: "content/_data/bees.yaml", line: 1, column: 1 };

/** A section that shows a table of these pairs of work and age, one row each. */
function sectionOf(pairs: readonly (readonly [string, string])[], given: Partial<TableList> = {}): Section {
  const choices = (...keys: string[]) => new Map(keys.map((key) => [key, { en: `${key}!` }]));
  const shown: TableList = {
    kind: "table",
    file: place.file,
    outside: [],
    caption: { en: "Bees" },
    columns: [
      { name: "name", label: { en: "Name" } },
      { name: "work", label: { en: "Work" }, choices: choices("queen", "drone", "worker"), narrows: true },
      { name: "age", label: { en: "Age" }, choices: choices("old", "young"), narrows: true },
    ],
    rows: pairs.map(([work, age], index) => ({
      id: `bee-${index}`,
      cells: [
        { column: "name", text: { en: "Maya" } },
        { column: "work", text: { en: work }, choice: work },
        { column: "age", text: { en: age }, choice: age },
      ],
      place,
    })),
    ...given,
  };
  return {
    name: "bees",
    language: "en",
    file: "content/en/bees.md",
    nav: "Bees",
    title: "Bees",
    html: "",
    shown,
    headings: [],
    links: [],
    pictures: [],
    blocks: [],
    markup: [],
    emptyItems: [],
    tableSlips: [],
    noteSlips: [],
    allowances: [],
    languageMarks: [],
    idMarks: [],
    definitions: [],
    undefinedLinks: [],
  };
}

const BEES = sectionOf([
  ["queen", "old"],
  ["drone", "young"],
  ["drone", "young"],
]);

describe("the buttons before a table", () => {
  it("are all rows, and the choices that a row has, with how many rows they leave", () => {
    const [work, age] = narrowingOf(BEES);
    const counts = (group: typeof work) =>
      group?.choices.map(({ key, counts }) => [
        key,
        ...counts.map(({ beside, count }) => `${beside}:${count}`),
      ]);
    expect(counts(work)).toEqual([
      ["", ":3", "old:1", "young:2"],
      ["queen", ":1", "old:1", "young:0"],
      ["drone", ":2", "old:0", "young:2"],
    ]);
    expect(counts(age)?.map(([key]) => key)).toEqual(["", "old", "young"]);
    expect(work).toMatchObject({ name: "bees-work", column: 2, other: 3 });
  });

  it("are not there where no column narrows, and stand alone where one does", () => {
    const columns = [{ name: "name", label: { en: "Name" } }];
    expect(narrowingOf(sectionOf([], { columns }))).toEqual([]);
    expect(narrowingRules([sectionOf([], { columns })])).toEqual([]);
    const alone = {
      name: "name",
      label: { en: "Name" },
      choices: new Map([["a", { en: "A" }]]),
      narrows: true,
    };
    const row = { id: "maya", cells: [{ column: "name", text: { en: "A" }, choice: "a" }], place };
    const [group, none] = narrowingOf(sectionOf([], { columns: [alone], rows: [row, row] }));
    expect(none).toBeUndefined();
    expect(group?.choices.map(({ counts }) => counts)).toEqual([
      [{ beside: "", count: 2 }],
      [{ beside: "", count: 2 }],
    ]);
  });
});

describe("the rules of a table", () => {
  it("hide the rows without the choice, and say where none is left", () => {
    const rules = narrowingRules([BEES]).join("");
    expect(rules).toContain(
      '.section:has([name="bees-work"][value="queen"]:checked) .listing tbody>:not([data-column-2="queen"],:target,:has(:target))',
    );
    const empty = rules.split("\n").filter((line) => line.includes("narrowing__nothing"));
    expect(empty).toEqual([
      '.section:has([name="bees-work"][value="queen"]:checked):has([name="bees-age"][value="young"]:checked) .narrowing__nothing,',
      '.section:has([name="bees-work"][value="drone"]:checked):has([name="bees-age"][value="old"]:checked) .narrowing__nothing{display:block}',
    ]);
  });

  it("cannot be left by an editor's text", () => {
    const columns = [
      {
        name: '"',
        label: {},
        choices: new Map([
          ['a"]</style>\n{}\\', {}],
          ["größe", {}],
        ]),
        narrows: true,
      },
    ];
    const rows = ['a"]</style>\n{}\\', "größe"].map((choice) => ({
      id: "x",
      cells: [{ column: '"', text: {}, choice }],
      place,
    }));
    const [odd = ""] = narrowingRules([sectionOf([], { columns, rows })]);
    expect(odd).toContain(String.raw`[name="bees-\22 "][value="a\22 \5d \3c \2f style\3e \a \7b \7d \5c "]`);
    expect(odd).toContain(String.raw`[value="gr\f6 \df e"]`);
    expect(odd).not.toContain("<");
  });
});

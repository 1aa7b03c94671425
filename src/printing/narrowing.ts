// Readers narrow a table without a script: radio buttons stand before it, and rules of the page's own style sheet hide
// the rows that do not have the choice. `data-column-2="pull"` marks what belongs to a choice of the second column:
// its rows in the table, and the counts that hold beside it among the buttons of the other column.

import type { Section, TableList, Text } from "../model.ts";
import { quoted } from "./quoted.ts";

/** A column that narrows its table, as radio buttons of one name. */
export interface NarrowingGroup {
  /** The same on no other part of the page. */
  readonly name: string;
  readonly label: Text;
  /** Which column it is: 1 is the first. */
  readonly column: number;
  /** The other column that narrows the same table. */
  readonly other?: number;
  /** The first is all rows, whose key is empty; then the choices that a row has. */
  readonly choices: readonly NarrowingChoice[];
}

export interface NarrowingChoice {
  readonly key: string;
  /** Absent where it is all rows. */
  readonly label?: Text;
  /** How many rows are left, by the choice in the other column. The first is beside all. */
  readonly counts: readonly { readonly beside: string; readonly count: number }[];
}

const ALL = "";

export function narrowingOf({ name, shown }: Section): readonly NarrowingGroup[] {
  if (shown?.kind !== "table") return [];
  const narrowing = shown.columns.flatMap(({ narrows }, index) => (narrows === true ? [index] : []));
  return narrowing.flatMap((index): NarrowingGroup[] => {
    const column = shown.columns[index];
    if (column === undefined) return [];
    const other = narrowing.find((one) => one !== index);
    const group = { name: `${name}-${column.name}`, label: column.label, column: index + 1 };
    const choices = keysIn(shown, index).map((key) => ({
      key,
      ...(key === ALL ? {} : { label: column.choices?.get(key) ?? {} }),
      counts: (other === undefined ? [ALL] : keysIn(shown, other)).map((beside) => {
        return { beside, count: rowsWith(shown, [index, key], [other, beside]) };
      }),
    }));
    return [{ ...group, choices, ...(other === undefined ? {} : { other: other + 1 }) }];
  });
}

/** For each table that can be narrowed: what each choice hides and shows. On paper all rows are there. */
export function narrowingRules(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => {
    const groups = narrowingOf(section);
    if (groups.length === 0) return [];
    const chosen = groups.flatMap((group) =>
      group.choices.filter(({ key }) => key !== ALL).map(({ key }) => ({ group, key })),
    );
    const rules = [
      rule(
        chosen.flatMap(({ group, key }) => besideOthers(group, key)),
        "display:none",
      ),
      rule(
        chosen.map(({ group, key }) => `${when(group, key)} .narrowing ${marked(group, key)}`),
        "display:inline",
      ),
      rule(emptyPairs(groups), "display:block"),
    ];
    return [`@layer parts{@media screen{\n${rules.join("")}}}`];
  });
}

/** Rows that do not have the choice, but for the one that a link leads to, and counts that hold where nothing is chosen. */
function besideOthers(group: NarrowingGroup, key: string): string[] {
  const condition = when(group, key);
  return [
    `${condition} .listing tbody>:not(${marked(group, key)},:target,:has(:target))`,
    `${condition} .narrowing ${marked(group, ALL)}`,
  ];
}

/** Where a choice in each column leaves no row, the page says so. */
function emptyPairs([one, two]: readonly NarrowingGroup[]): string[] {
  if (one === undefined || two === undefined) return [];
  return one.choices.flatMap(({ key, counts }) =>
    counts
      .filter(({ count }) => count === 0)
      .map(({ beside }) => `${when(one, key)}${chosen(two, beside)} .narrowing__nothing`),
  );
}

/** Every choice that a row of the table has, in the order of the column. */
function keysIn({ columns, rows }: TableList, index: number): string[] {
  const there = new Set(rows.map(({ cells }) => cells[index]?.choice));
  const choices = [...(columns[index]?.choices?.keys() ?? [])];
  return [ALL, ...choices.filter((key) => key !== ALL && there.has(key))];
}

function rowsWith(
  { rows }: TableList,
  ...wanted: readonly (readonly [number | undefined, string])[]
): number {
  return rows.filter(({ cells }) =>
    wanted.every(([index, key]) => index === undefined || key === ALL || cells[index]?.choice === key),
  ).length;
}

function when(group: NarrowingGroup, key: string): string {
  return `.section${chosen(group, key)}`;
}

function chosen({ name }: NarrowingGroup, key: string): string {
  return `:has([name=${quoted(name)}][value=${quoted(key)}]:checked)`;
}

function marked({ column }: NarrowingGroup, key: string): string {
  return `[data-column-${column}=${quoted(key)}]`;
}

function rule(selectors: readonly string[], declaration: string): string {
  return selectors.length === 0 ? "" : `${selectors.join(",\n")}{${declaration}}\n`;
}

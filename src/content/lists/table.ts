import { slug } from "github-slugger";
import * as v from "valibot";
import type { Cell, Column, Place, Problem, Row } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import { asText } from "../../yaml/as-text.ts";
import { inFileOrder } from "../../yaml/in-file-order.ts";
import { address, day, mapping, type Path, textIn, words } from "../../yaml/shape.ts";
import { quoted, unknownValue } from "../../yaml/shape-slips.ts";
import { outsideLinks } from "../outside-links.ts";
import type { ListFile, ReadList } from "./read-list.ts";

const tableIn = (languages: readonly string[]) =>
  mapping({
    kind: v.literal("table"),
    caption: textIn(languages, words),
    asOf: v.exactOptional(day),
    columns: v.pipe(
      v.array(
        mapping({
          name: words,
          label: textIn(languages, words),
          link: v.exactOptional(words),
          choices: v.exactOptional(v.record(v.string(), textIn(languages, words))),
          optional: v.exactOptional(v.boolean()),
          narrow: v.exactOptional(v.boolean()),
        }),
      ),
      v.minLength(1, "name at least one column"),
    ),
    rows: v.pipe(
      v.array(v.record(v.string(), textIn(languages, v.string()))),
      v.minLength(1, "name at least one row"),
    ),
  });

type Table = v.InferOutput<ReturnType<typeof tableIn>>;
type GivenColumn = Table["columns"][number];
type GivenRow = Table["rows"][number];
type Report = (message: string, path: Path, part?: "key") => void;

export function readTable({ yaml, file, languages }: ListFile): ReadList {
  const { value, problems, place } = yaml.check(tableIn(languages));
  if (value === undefined) return { list: undefined, problems };
  const found: Problem[] = [];
  const report: Report = (message, path, part) =>
    void found.push({ rule: "list", severity: "error", message, place: place(path, part) });
  checkColumns(value.columns, report);
  const known = value.columns.flatMap(({ name, link }) => (link === undefined ? [name] : [name, link]));
  const rows = value.rows.map((row, index): Row => {
    const inRow: Report = (message, path, part) => report(message, ["rows", index, ...path], part);
    for (const key of Object.keys(row).filter((name) => !known.includes(name))) {
      const near = didYouMean(key, known) || `; take it away, or use one of: ${known.join(", ")}`;
      inRow(`Unknown column "${key}"${near}`, [key], "key");
    }
    const cells = value.columns.map((column) => readCell(row, column, languages, inRow));
    const id = slug(cells[0]?.text[languages[0] ?? ""] ?? "");
    const first = value.columns[0]?.name ?? "";
    if (id === "" && own(row, first) !== undefined) {
      inRow(`Cannot make an address of "${first}"; use letters or digits`, [first]);
    }
    return { id, cells, place: place(["rows", index]) };
  });
  const columns = value.columns.map((column, index) =>
    asColumn(column, languages, (key) => place(["columns", index, "choices", key], "key")),
  );
  const outside = value.rows.flatMap((row, index) =>
    value.columns.flatMap(({ link }) =>
      link === undefined ? [] : outsideLinks(own(row, link), place(["rows", index, link])),
    ),
  );
  const list = {
    kind: "table",
    file,
    outside,
    caption: asText(value.caption, languages),
    columns,
    rows,
  } as const;
  const dated = value.asOf === undefined ? list : { ...list, asOf: value.asOf };
  return { list: dated, problems: [...problems, ...found] };
}

/** The rules for three columns would be many, and readers would find nothing left. */
const MOST_NARROWING = 2;

function checkColumns(columns: readonly GivenColumn[], report: Report): void {
  let narrowing = 0;
  for (const [index, { name, choices, narrow }] of columns.entries()) {
    const first = columns.findIndex((other) => other.name === name);
    if (first !== index) {
      report(`The column "${name}" is there already; take one of them away`, ["columns", index, "name"]);
    }
    if (narrow !== true) continue;
    const slip = (reason: string): void =>
      report(`Cannot narrow the table by "${name}": ${reason}`, ["columns", index, "narrow"]);
    if (choices === undefined) slip('it has no choices; declare them, or take "narrow" away');
    else if (++narrowing > MOST_NARROWING) slip('two columns do so already; take "narrow" away from one');
  }
}

function readCell(
  row: GivenRow,
  { name, link, choices, optional }: GivenColumn,
  languages: readonly string[],
  report: Report,
): Cell {
  const given = own(row, name);
  if (given === undefined && optional !== true)
    report(`Cannot find the column "${name}" in this row; add it`, []);
  const href = link === undefined ? undefined : own(row, link);
  const isLink = typeof href === "string" && v.is(address, href);
  if (href !== undefined && !isLink) {
    report(`Cannot use ${quoted(href)} for "${link}": give a whole address that begins with https://`, [
      link ?? "",
    ]);
  }
  const word = typeof given === "string" && choices !== undefined ? own(choices, given) : undefined;
  if (given !== undefined && choices !== undefined && word === undefined) {
    report(unknownValue(given, name, Object.keys(choices)), [name]);
  }
  return {
    column: name,
    text: asText(word ?? given ?? "", languages),
    ...(word === undefined ? {} : { choice: String(given) }),
    ...(isLink ? { link: href } : {}),
  };
}

function asColumn(
  { name, label, choices, narrow }: GivenColumn,
  languages: readonly string[],
  placeOf: (choice: string) => Place,
): Column {
  const column = { name, label: asText(label, languages) };
  if (choices === undefined) return column;
  const inOrder = inFileOrder(choices, placeOf);
  const texts = new Map(inOrder.map(([key, word]) => [key, asText(word, languages)]));
  return { ...column, choices: texts, ...(narrow === true ? { narrows: true } : {}) };
}

/** Not what every object inherits: a column may be called "constructor". */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

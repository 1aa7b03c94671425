import { slug } from "github-slugger";
import * as v from "valibot";
import type { Cell, Column, LinkList, List, PeopleList, Problem, Row, TableList } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { textIn } from "./settings.ts";
import { type Checked, readYaml } from "./yaml.ts";

const RULE = "list";
const text = v.union([v.string(), v.record(v.string(), v.string())]);
const address = v.pipe(
  v.string(),
  v.check(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
    "give a whole address that begins with https://",
  ),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "give a day as 2026-11-23"));

const KIND = v.object({ kind: v.picklist(["table", "links", "people"]) });
const TABLE = v.object({
  kind: v.literal("table"),
  caption: text,
  asOf: v.exactOptional(day),
  columns: v.pipe(
    v.array(
      v.object({
        name: v.string(),
        label: text,
        link: v.exactOptional(v.string()),
        choices: v.exactOptional(v.record(v.string(), text)),
        optional: v.exactOptional(v.boolean()),
      }),
    ),
    v.minLength(1, "name at least one column"),
  ),
  rows: v.array(v.record(v.string(), text)),
});
const LINKS = v.object({
  kind: v.literal("links"),
  groups: v.array(
    v.object({
      label: text,
      links: v.array(
        v.object({
          title: v.string(),
          url: address,
          author: v.exactOptional(v.string()),
          year: v.exactOptional(v.number()),
          language: v.exactOptional(v.string()),
          note: v.exactOptional(text),
        }),
      ),
    }),
  ),
});
const PEOPLE = v.object({
  kind: v.literal("people"),
  people: v.array(
    v.object({
      name: v.string(),
      role: v.exactOptional(text),
      url: v.exactOptional(address),
      portrait: v.exactOptional(v.string()),
    }),
  ),
});

export interface ReadList {
  readonly list: List | undefined;
  readonly problems: readonly Problem[];
}

/** A file of `content/_data/` → the list that it keeps. Its `kind` says what shape it has. */
export function readList(source: string, file: string, languages: readonly string[]): ReadList {
  const { value, problems } = readYaml(source, file, RULE, v.looseObject(KIND.entries));
  switch (value?.kind) {
    case "table":
      return readTable(readYaml(source, file, RULE, TABLE), file, languages);
    case "links":
      return readLinks(readYaml(source, file, RULE, LINKS), file, languages);
    case "people":
      return readPeople(readYaml(source, file, RULE, PEOPLE), file, languages);
    case undefined:
      return { list: undefined, problems };
  }
}

function readTable(
  { value, problems, place }: Checked<v.InferOutput<typeof TABLE>>,
  file: string,
  languages: readonly string[],
): ReadList {
  if (value === undefined) return { list: undefined, problems };
  const known = value.columns.flatMap(({ name, link }) => (link === undefined ? [name] : [name, link]));
  const found: Problem[] = [...problems];
  const report = (message: string, index: number, ...path: string[]): void =>
    void found.push({ rule: RULE, severity: "error", message, place: place(["rows", index, ...path]) });
  const rows = value.rows.map((row, index): Row => {
    for (const key of Object.keys(row)) {
      if (!known.includes(key)) report(`Unknown column "${key}"${didYouMean(key, known)}`, index, key);
    }
    const cells = value.columns.map(({ name, link, choices, optional }): Cell => {
      const given = row[name];
      if (given === undefined && optional !== true)
        report(`Cannot find the column "${name}" in this row; add it`, index);
      const choice = typeof given === "string" && choices !== undefined ? given : undefined;
      if (choice !== undefined && choices?.[choice] === undefined) {
        const near = didYouMean(choice, Object.keys(choices ?? {}));
        report(
          `Unknown value "${choice}" for "${name}"${near || `; use one of: ${Object.keys(choices ?? {}).join(", ")}`}`,
          index,
          name,
        );
      }
      const href = link === undefined ? undefined : row[link];
      if (typeof href === "string" && !URL.canParse(href))
        report(`Cannot use "${href}" as an address; begin with https://`, index, link ?? "");
      return {
        column: name,
        text: textIn((choice !== undefined && choices?.[choice]) || (given ?? ""), languages),
        ...(choice === undefined ? {} : { choice }),
        ...(typeof href === "string" ? { link: href } : {}),
      };
    });
    const first = cells[0]?.text[languages[0] ?? ""] ?? "";
    return { id: slug(first), cells, place: place(["rows", index]) };
  });
  const columns = value.columns.map(
    ({ name, label, choices }): Column => ({
      name,
      label: textIn(label, languages),
      ...(choices === undefined
        ? {}
        : {
            choices: Object.fromEntries(
              Object.entries(choices).map(([key, word]) => [key, textIn(word, languages)]),
            ),
          }),
    }),
  );
  const list: TableList = { kind: "table", file, caption: textIn(value.caption, languages), columns, rows };
  return { list: value.asOf === undefined ? list : { ...list, asOf: value.asOf }, problems: found };
}

function readLinks(
  { value, problems }: Checked<v.InferOutput<typeof LINKS>>,
  file: string,
  languages: readonly string[],
): ReadList {
  if (value === undefined) return { list: undefined, problems };
  const groups = value.groups.map(({ label, links }) => ({
    label: textIn(label, languages),
    links: links.map(({ note, ...link }) =>
      note === undefined ? link : { ...link, note: textIn(note, languages) },
    ),
  }));
  return { list: { kind: "links", file, groups } satisfies LinkList, problems };
}

function readPeople(
  { value, problems, place }: Checked<v.InferOutput<typeof PEOPLE>>,
  file: string,
  languages: readonly string[],
): ReadList {
  if (value === undefined) return { list: undefined, problems };
  const people = value.people.map(({ role, portrait, ...person }, index) => ({
    ...person,
    ...(role === undefined ? {} : { role: textIn(role, languages) }),
    ...(portrait === undefined
      ? {}
      : {
          portrait: {
            address: portrait,
            file: portrait,
            alternative: person.name,
            place: place(["people", index, "portrait"]),
          },
        }),
  }));
  return { list: { kind: "people", file, people } satisfies PeopleList, problems };
}

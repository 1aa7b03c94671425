import type { PhrasingContent, RootContent, TableCell } from "mdast";
import { fill } from "../../markdown/words.ts";
import type { LinkList, Person, Shown, Site, TableList, TermList } from "../../model.ts";
import { tellDay } from "../../printing/days.ts";
import { printGlossary } from "../../printing/glossary.ts";
import type { Words } from "../../printing/words.ts";
import { pick } from "../../printing/words.ts";
import { anchor, linked, listOf, paragraph, strong, text } from "./nodes.ts";

export interface ListOptions {
  readonly site: Site;
  readonly language: string;
  readonly words: Words;
  readonly portraitAddress: (person: Person) => string | undefined;
  /** Whether something in the copy leads to an id. */
  readonly isLinked: (id: string) => boolean;
}

/** A list kept as data → Markdown that says what its template prints. */
export function listBlocks(shown: Shown, options: ListOptions): RootContent[] {
  switch (shown.kind) {
    case "table":
      return tableBlocks(shown, options);
    case "links":
      return linkBlocks(shown, options);
    case "people":
      return [listOf(shown.people.map((person) => personLine(person, options)))];
    case "terms":
      return [listOf(termLines(shown, options))];
    case "legal":
      return [listOf(legalLines(options))];
  }
}

function tableBlocks(list: TableList, { language, words, isLinked }: ListOptions): RootContent[] {
  const { caption, asOf, columns, rows } = list;
  const cell = (...children: PhrasingContent[]): TableCell => ({ type: "tableCell", children });
  const day = asOf === undefined ? "" : ` (${fill(words.asOf, tellDay(asOf, language))})`;
  const head = columns.map(({ label }) => cell(text(pick(label, language))));
  const body = rows.map(({ id, cells }) =>
    cells.map((one, index) => {
      const value = linked(pick(one.text, language) || (words.noValue ?? ""), one.link);
      return index === 0 && isLinked(id) ? cell(anchor(id), value) : cell(value);
    }),
  );
  return [
    paragraph(text(pick(caption, language) + day)),
    { type: "table", children: [head, ...body].map((children) => ({ type: "tableRow", children })) },
  ];
}

function linkBlocks({ groups }: LinkList, { language }: ListOptions): RootContent[] {
  return groups.flatMap(({ label, links }): RootContent[] => [
    { type: "heading", depth: 3, children: [text(pick(label, language))] },
    listOf(
      links.map(({ title, url, author, year, note }) => {
        const origin = [author && pick(author, language), year].filter(Boolean).join(", ");
        const said = [origin, note && pick(note, language)].filter(Boolean);
        return [linked(title, url), ...(said.length === 0 ? [] : [text(`: ${said.join(". ")}`)])];
      }),
    ),
  ]);
}

function personLine(person: Person, { language, portraitAddress }: ListOptions): PhrasingContent[] {
  const { name, role, url } = person;
  const portrait = portraitAddress(person);
  return [
    ...(portrait === undefined ? [] : [{ type: "image", url: portrait, alt: "" } as const, text(" ")]),
    linked(name, url),
    ...(role === undefined ? [] : [text(`, ${pick(role, language)}`)]),
  ];
}

function termLines(
  { terms }: TermList,
  { site, language, words, isLinked }: ListOptions,
): PhrasingContent[][] {
  const printed = printGlossary(terms, language, site.languages[0] ?? language);
  return printed.map(({ id, term, original, definition, see }) => {
    const others = see.flatMap((other, index) => [
      text(index === 0 ? " " : ", "),
      linked(other.term, `#${encodeURI(other.id)}`),
    ]);
    return [
      ...(isLinked(id) ? [anchor(id)] : []),
      strong(term),
      text(`${original === undefined ? "" : ` (${original})`}: ${definition}`),
      ...(others.length === 0 ? [] : [text(` ${words.see}`), ...others]),
    ];
  });
}

function legalLines({ site, words }: ListOptions): PhrasingContent[][] {
  return Object.entries(site.legal).map(([key, { value }]) => [
    strong(words[`legal-${key}`] ?? key),
    text(`: ${value ?? words.notGiven}`),
  ]);
}

// What a document says, read from the document alone, for comparing editions with it.

import { type Flow, isFlowFile } from "../../src/diagrams/flow.ts";
import { readFlow } from "../../src/diagrams/read-flow.ts";
import type { Document, Page, Section, Text } from "../../src/model.ts";

export interface Said {
  /** What stands together, in the order of the document: a paragraph, a step of a flow, a cell of a list. */
  readonly runs: readonly (readonly string[])[];
  /** `2 What is GitOps?` */
  readonly headings: readonly string[];
  /** The words of each link, and where it leads when that is another site. */
  readonly links: readonly string[];
  /** The alternative texts. */
  readonly figures: readonly string[];
  /** What flows, their parts and terms are called: with a step stands who starts it, with a term its original. */
  readonly names: ReadonlySet<string>;
}

export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `link("on Twitter", "https://x.com/a")`; where a link leads within the site differs between editions. */
export function link(words: string, address: string, site: string): string {
  const isOutside = /^https?:/.test(address) && address !== site && !address.startsWith(`${site}/`);
  return isOutside ? `${words.trim()} → ${address}` : words.trim();
}

export function saidBy(pages: readonly Page[], document: Document): Said {
  const parts = pages.flatMap((page) =>
    page.sections.map((section) => ({ section, language: page.language })),
  );
  const listed = parts.map(({ section, language }) => listIn(section, document, language));
  return {
    runs: parts
      .flatMap(({ section, language }, index) => [
        ...textsIn(section, document, language),
        ...(listed[index]?.words ?? []),
      ])
      .map(wordsIn),
    headings: parts.flatMap(({ section }, index) => [
      ...section.headings.map(({ level, text }) => `${level} ${text}`),
      ...(listed[index]?.headings ?? []),
    ]),
    links: parts.flatMap(({ section }, index) => [
      ...section.links.flatMap(({ text, address, target }) =>
        ["nothing", "malformed", "unsafe"].includes(target.kind)
          ? []
          : link(text, address, document.site.address),
      ),
      ...(listed[index]?.links ?? []),
    ]),
    figures: parts.flatMap(({ section }, index) => [
      ...section.pictures.map(({ alternative }) => alternative),
      ...(listed[index]?.figures ?? []),
    ]),
    names: new Set(namesIn(document).flatMap(wordsIn)),
  };
}

/** What a section says, with the steps of a flow after the words that stand for its drawing. */
function textsIn(section: Section, document: Document, language: string): string[] {
  const flows = section.pictures.filter(({ file }) => file !== undefined && isFlowFile(file));
  return section.blocks.flatMap(({ text }) => {
    const [next] = flows;
    if (next?.file === undefined || next.alternative !== text) return [text];
    flows.shift();
    const steps = flowIn(next.file, document)?.steps ?? [];
    return [text, ...steps.map((step) => step.text[language] ?? "")];
  });
}

function flowIn(file: string, { sources, site }: Pick<Document, "sources" | "site">): Flow | undefined {
  return readFlow(sources.get(file) ?? "", file, site.languages).flow;
}

function namesIn(document: Document): string[] {
  const flows = [...document.flows].flatMap((file) => flowIn(file, document) ?? []);
  const lists = document.pages.flatMap(({ sections }) => sections.flatMap(({ shown }) => shown ?? []));
  return [
    ...flows.flatMap(({ title, actors, boundaries }) => [
      title,
      ...[...actors, ...boundaries].map(({ label }) => label),
    ]),
    ...lists.flatMap((list) => (list.kind === "terms" ? list.terms.map(({ term }) => term) : [])),
  ].flatMap(Object.values);
}

interface Listed {
  readonly words: readonly string[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly figures: readonly string[];
}

const NOTHING: Listed = { words: [], headings: [], links: [], figures: [] };

function listIn({ shown }: Section, { site }: Document, language: string): Listed {
  const own = (text: Text | undefined): string => text?.[language] ?? Object.values(text ?? {})[0] ?? "";
  const linked = (words: string, url: string | undefined): string[] =>
    url === undefined ? [] : [link(words, url, site.address)];
  switch (shown?.kind) {
    case "table": {
      const cells = shown.rows.flatMap((row) => row.cells);
      return {
        ...NOTHING,
        words: [
          own(shown.caption),
          shown.asOf === undefined ? "" : dayIn(shown.asOf, language),
          ...shown.columns.map(({ label }) => own(label)),
          ...cells.map(({ text }) => own(text)),
        ],
        links: cells.flatMap(({ text, link }) => linked(own(text), link)),
      };
    }
    case "links": {
      const links = shown.groups.flatMap((group) => group.links);
      return {
        ...NOTHING,
        words: shown.groups.flatMap((group) => [
          own(group.label),
          ...group.links.flatMap(({ title, author, year = "", note }) => [
            title,
            own(author),
            `${year}`,
            own(note),
          ]),
        ]),
        headings: shown.groups.map(({ label }) => `3 ${own(label)}`),
        links: links.flatMap(({ title, url }) => linked(title, url)),
      };
    }
    case "people":
      return {
        ...NOTHING,
        words: shown.people.flatMap(({ name, role }) => [name, own(role)]),
        links: shown.people.flatMap(({ name, url }) => linked(name, url)),
        figures: shown.people.flatMap(({ picture }) => (picture === undefined ? [] : "")),
      };
    case "terms": {
      const { compare } = new Intl.Collator(language);
      const terms = shown.terms.toSorted((a, b) => compare(own(a.term), own(b.term)));
      return {
        ...NOTHING,
        words: terms.flatMap(({ term, definition, see }) => [
          own(term),
          own(definition),
          ...see.map((other) => own(other.term)),
        ]),
        links: terms.flatMap(({ see }) => see.map((other) => own(other.term))),
      };
    }
    case "legal":
      return { ...NOTHING, words: Object.values(site.legal).map(({ value }) => value ?? "") };
    default:
      return NOTHING;
  }
}

function dayIn(day: string, language: string): string {
  return new Date(day).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
}

// Whatever an editor writes: nothing throws, nothing runs, and every place can be pointed at. SEED=n repeats one text.

import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { parseMarkdown, renderMarkdown } from "../../src/markdown/markdown.ts";
import type { Outline, Place } from "../../src/model.ts";
import { randomText } from "./random-text.ts";
import { MADE, readingOf } from "./reading.ts";

const SEEDS =
  process.env.SEED === undefined
    ? Array.from({ length: 4000 }, (_, seed) => seed)
    : [Number(process.env.SEED)];
const ALIASES = new Map([["a", ["old-a", "older-a"]]]);
// A heading without words is reported.
const EMPTY = /<(p|figcaption)[^>]*><\/\1>/;
const TAGS = new Set(
  "a blockquote br code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p picture pre s source span strong sup table tbody td th thead tr ul".split(
    " ",
  ),
);

function placesIn(outline: Outline): Place[] {
  const { headings, links, pictures, blocks, markup, emptyItems, allowances, languageMarks, idMarks } =
    outline;
  const things = [
    ...headings,
    ...links,
    ...pictures,
    ...blocks,
    ...markup,
    ...allowances,
    ...languageMarks,
    ...idMarks,
    ...outline.tableSlips,
    ...outline.noteSlips,
    ...outline.definitions,
    ...outline.undefinedLinks,
  ];
  return [...things.map(({ place }) => place), ...emptyItems];
}

function slipsIn(places: readonly Place[], lines: readonly string[]): string[] {
  return places
    .filter(({ line, column, length = 1 }) => {
      const text = lines[line - 1];
      return (
        text === undefined ||
        column < 1 ||
        column - 1 + length > Math.max(text.length, column) ||
        column > text.length + 1
      );
    })
    .map(({ line, column, length }) => `${line}:${column}+${length}`);
}

/** What must not be in the HTML. */
function faultsIn(html: string): string[] {
  const faults: string[] = [];
  const ids: string[] = [];
  const targets: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!TAGS.has(tag)) faults.push(`<${tag}>`);
      if (tag === "a" && open.includes("a")) faults.push("a link in a link");
      if (tag === "figcaption" && open.at(-1) !== "figure") faults.push("a caption outside a figure");
      open.push(tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (/^(?:style|on.*)$/.test(name)) faults.push(name);
        if (/^(?:href|src|srcset)$/.test(name) && /^\W*(?:javascript|data|vbscript):|^[\\/]{2}/i.test(value))
          faults.push(value);
        if (name === "id") ids.push(value);
        if (name === "id" && /^$|\s/.test(value)) faults.push(`id "${value}"`);
        if (name === "href" && /^#fn/.test(value)) targets.push(value.slice(1));
      }
    },
    onclosetag(_, isImplied) {
      const tag = open.pop() ?? "";
      if (isImplied && !/^(?:br|hr|img|source)$/.test(tag)) faults.push(`<${tag}> is not closed`);
    },
  });
  parser.end(html);
  if (new Set(ids).size !== ids.length) faults.push(`ids ${ids.join(" ")}`);
  for (const target of targets) if (!ids.includes(target)) faults.push(`nothing at #${target}`);
  if (/<script/i.test(html)) faults.push("<script");
  if (EMPTY.test(html)) faults.push(EMPTY.exec(html)?.[0] ?? "");
  return faults;
}

describe("a random text", () => {
  test("is printed without faults, and has its places inside itself", () => {
    for (const seed of SEEDS) {
      const text = randomText(seed);
      const reading = readingOf(text, { shift: seed % 2 === 0 ? 0 : 1, aliases: ALIASES });
      const parsed = parseMarkdown(text, reading);
      const html = renderMarkdown(parsed, MADE, (path) => path);
      expect(faultsIn(html), `SEED=${seed}: ${JSON.stringify(text)}\n${html}`).toEqual([]);
      expect(
        slipsIn(placesIn(parsed.outline), reading.lines),
        `SEED=${seed}: ${JSON.stringify(text)}`,
      ).toEqual([]);
    }
  });
});

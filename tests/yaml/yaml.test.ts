import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { mapping } from "../../src/yaml/shape.ts";
import { readYaml } from "../../src/yaml/yaml.ts";

const ANY = v.looseObject({});
function said(text: string, schema: v.GenericSchema = ANY): string[] {
  const { problems } = readYaml(text, "a.yaml", "settings", schema);
  return problems.map(
    ({ message, place: { line, column, length } }) => `${line}:${column}+${length ?? "?"} ${message}`,
  );
}

describe("YAML that cannot be read", () => {
  it.each([
    ["a tab", "a:\n\tb: 1\n", ["2:1+1 Cannot indent with a tab; use spaces"]],
    ["a key given twice", "a: 1\nb: 2\na: 3\n", ['3:1+1 The key "a" is given twice; keep one of them']],
    [
      "a double quotation mark that is not closed",
      'a: "x\nb: 2\nc: 3\n',
      ["1:4+2 Cannot find the closing quotation mark in this line; add it"],
    ],
    [
      "a quotation mark that is closed by the next one, lines below",
      'a: "x\nb: "y"\nc: 3\n',
      ["1:4+2 Cannot find the closing quotation mark in this line; add it"],
    ],
    [
      "an apostrophe in a quoted text",
      "a: 'it's'\n",
      ["1:8+2 Cannot read what follows the closing quotation mark; put the other kind around the text"],
    ],
    ["a colon in a text", "a: x: y\n", ['1:4+4 A text with ": " in it needs quotation marks; add them']],
    [
      "an alias, such as emphasis",
      "a: *x*\n",
      [
        '1:4+3 Cannot use "*x*" here; put a text that begins with "*" in quotation marks, and write out what is repeated',
      ],
    ],
    ["a mention", "a: @x y\n", ['1:4+4 A text cannot begin with "@"; put it in quotation marks']],
    ["code", "a: `x`\n", ['1:4+3 A text cannot begin with "`"; put it in quotation marks']],
    [
      "a template",
      "a: {{ x }}\n",
      ["1:5+1 A text cannot begin with a bracket or a brace; put it in quotation marks"],
    ],
    ["no space after a colon", "a:b\nc: d\n", ['1:1+3 Cannot find a space after the ":"; add it']],
    ["no colon", "key\nb: 1\n", ['1:1+3 Cannot find a ":" after "key"; write "key: value"']],
    [
      "a list that is not closed",
      "a: [1, 2\nb: 3\n",
      ['2:1+1 Cannot find the "]" that belongs before this; add it'],
    ],
    [
      "an indent of its own",
      "a:\n   b: 1\n  c: 2\n",
      ["3:1+1 This line starts in a column of its own; start it below the others of its list"],
    ],
    [
      "a key indented below a text",
      "a: b\n  c: d\n",
      ["1:4+1 The next line is indented too far; start it below the key of this one"],
    ],
    ["two documents", "a: 1\n---\nb: 2\n", ['2:1+3 Cannot use "---" here; take the line away']],
    [
      "a backslash",
      'a: "C:\\dir"\n',
      ['1:7+2 Cannot use "\\d" between double quotation marks; use single ones'],
    ],
  ])("says so of %s", (_, text, expected) => expect(said(text)).toEqual(expected));

  it("tells several slips, each at its line", () => {
    expect(said("a: @x\nb: 1\nb: 2\n\tc: 3\n")).toHaveLength(3);
  });

  it.each([
    ["brackets", "a: ".concat("[".repeat(20_000))],
    ["braces", "{a: ".repeat(20_000)],
    ["dashes", "- ".repeat(20_000)],
    ["question marks", "? ".repeat(20_000)],
    ["keys in keys", Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("does not die of depth: %s", (_, text) => {
    expect(said(text)).toEqual([expect.stringMatching(/lie too deep in each other/)]);
  });

  it("does not die of repeated aliases", () => {
    const levels = Array.from({ length: 12 }, (_, at) =>
      at === 0
        ? "a0: &a0 [x, x, x]"
        : `a${at}: &a${at} [${Array(9)
            .fill(`*a${at - 1}`)
            .join(", ")}]`,
    );
    expect(said(levels.join("\n"))[0]).toMatch(/^2:10\+3 Cannot use "\*a0" here/);
  });
});

describe("a shape", () => {
  const SHAPE = mapping({
    title: v.string(),
    count: v.exactOptional(v.number()),
    open: v.exactOptional(v.boolean()),
    names: v.exactOptional(v.array(v.string())),
    kind: v.exactOptional(v.picklist(["table", "links"])),
    inner: v.exactOptional(mapping({ deep: v.string() })),
    words: v.exactOptional(v.record(v.string(), v.string())),
  });
  it.each([
    ["is fine", "title: A\ncount: 2\nopen: true\nnames: [a]\nwords: { toString: x }\n", []],
    ["lacks a key", "count: 2\n", ['1:1+8 Cannot find the key "title"; add it']],
    ["lacks every key", "", ['1:1+? Cannot find the key "title"; add it']],
    ["lacks a key further in", "title: A\ninner: {}\n", ['2:1+5 Cannot find the key "deep"; add it']],
    ["is a list", "- title\n", ["1:1+7 Cannot read this file: expected keys with values, found a list"]],
    ["is one word", "title\n", ['1:1+5 Cannot read this file: expected keys with values, found "title"']],
    [
      "has a number for a text",
      "title: 2.10\n",
      ['1:8+4 Cannot read "title": expected a text, found the number 2.1; put it in quotation marks'],
    ],
    [
      "has nothing for a text",
      "title:\n",
      ['1:1+5 Cannot read "title": expected a text, found nothing; fill it, or take the key away'],
    ],
    ["has a list for a text", "title: [a]\n", ['1:1+5 Cannot read "title": expected a text, found a list']],
    [
      "has a text for a list",
      "title: A\nnames: a\n",
      ['2:8+1 Cannot read "names": expected a list, each line with "- ", found "a"'],
    ],
    [
      "has a text for a number",
      'title: A\ncount: "2"\n',
      ['2:8+3 Cannot read "count": expected a number, found "2"'],
    ],
    [
      "has a text for a switch",
      "title: A\nopen: yes\n",
      ['2:7+3 Cannot read "open": expected true or false, found "yes"'],
    ],
    [
      "has an unknown value",
      "title: A\nkind: tabel\n",
      ['2:7+5 Unknown value "tabel" for "kind"; did you mean "table"?'],
    ],
    [
      "has a value that is nothing known",
      "title: A\nkind: x\n",
      ['2:7+1 Unknown value "x" for "kind"; use one of: table, links'],
    ],
    ["has a mistyped key, told once", "titel: A\n", ['1:1+5 Unknown key "titel"; did you mean "title"?']],
    [
      "has a key too much",
      "title: A\nxyz: 1\n",
      ['2:1+3 Unknown key "xyz"; take it away, or use one of: title, count, open, names, kind, inner, words'],
    ],
    [
      "has keys that every object has",
      "title: A\n__proto__: 1\ntoString: 2\nconstructor: 3\n",
      [
        expect.stringMatching(/^2:1\+9 Unknown key "__proto__"/),
        expect.stringMatching(/^3:1\+8 Unknown key "toString"/),
        expect.stringMatching(/^4:1\+11 Unknown key "constructor"/),
      ],
    ],
    [
      "has such keys among names of its own",
      "title: A\nwords:\n  __proto__: x\n  constructor: y\n",
      [
        '3:3+9 Cannot use "__proto__" as a name; choose another',
        '4:3+11 Cannot use "constructor" as a name; choose another',
      ],
    ],
  ])("%s", (_, text, expected) => expect(said(text, SHAPE)).toEqual(expected));

  it("has the same slips at the same places when its text was read before", () => {
    const filler = `words:\n${Array.from({ length: 99 }, (_, index) => `  word-${index}: Some words\n`).join("")}`;
    for (const text of [
      `title: A\n${filler}kind: x\n`,
      `${filler}title: "A\n`,
      `# ${Math.random()}\ntitle:\n${filler}`,
    ]) {
      const first = said(text, SHAPE);
      expect(first).not.toEqual([]);
      expect(said(text, SHAPE)).toEqual(first);
      expect(said(`\n${text}`, SHAPE)).toEqual(
        first.map((slip) => slip.replace(/^\d+/, (line) => `${Number(line) + 1}`)),
      );
    }
  });
});

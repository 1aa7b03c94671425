// Where the outline says that things stand. A place is shown as line, column and the words that it marks: `2:6 faq.md`.

import { describe, expect, test } from "vitest";
import type { Outline, Place } from "../../src/model.ts";
import { printed } from "./reading.ts";

function shown(text: string, { line, column, length = 1 }: Place): string {
  const words = (text.split("\n")[line - 1] ?? "").slice(column - 1, column - 1 + length);
  return `${line}:${column} ${words}`;
}

const placesOf = (text: string, things: (outline: Outline) => readonly { place: Place }[]): string[] =>
  things(printed(text).outline).map(({ place }) => shown(text, place));

type Row = [what: string, text: string, places: readonly string[]];

describe("the place of a link is its address", () => {
  test.each<Row>([
    ["in a line", "See [x](faq.md).", ["1:9 faq.md"]],
    ["in a later line", "One,\ntwo [x](faq.md)\nthree [y](a.md)", ["2:9 faq.md", "3:11 a.md"]],
    ["written twice", "[faq.md](faq.md) [faq.md](faq.md)", ["1:10 faq.md", "1:27 faq.md"]],
    ["behind letters of two units", "🎉🎉 [x](faq.md)", ["1:10 faq.md"]],
    ["behind escapes and entities", "\\* &amp; [x](faq.md)", ["1:14 faq.md"]],
    ["behind code", "``[y](z) ` `` [x](faq.md)", ["1:19 faq.md"]],
    ["with a title", '[x](faq.md "Title (y)")', ["1:5 faq.md"]],
    ["in brackets", "[x](<a b.md>)", ["1:6 a b.md"]],
    ["with a parenthesis", "[x](a(b).md)", ["1:5 a(b).md"]],
    ["with an escape", "[x](a\\)b.md)", ["1:5 a\\)b.md"]],
    ["with letters to encode", "[x](größe.md#中)", ["1:5 größe.md#中"]],
    ["that is encoded", "[x](%E4%B8%AD.md)", ["1:5 %E4%B8%AD.md"]],
    ["in a line of its own", "[x](\n  faq.md\n  'Title')", ["2:3 faq.md"]],
    ["with white space around", "[x](  faq.md  )", ["1:7 faq.md"]],
    ["of nothing", "One [x]()", ["1:8 ()"]],
    ["of a sign", "One [x](#)", ["1:9 #"]],
    ["of empty brackets", "[x](<>)", ["1:6 >"]],
    ["after a tab", "-\tOne\t[x](faq.md)", ["1:11 faq.md"]],
    ["after an indent", "   One\n      [x](faq.md)", ["2:11 faq.md"]],
    ["after an indent by tabs in a list", "- One\n\n\tTwo\n\t\t[x](faq.md)", ["4:7 faq.md"]],
    ["in nested quotations", "> > One\n> > [x](faq.md)", ["2:9 faq.md"]],
    ["in a quotation without spaces", ">>[x](faq.md)", ["1:7 faq.md"]],
    ["in a quotation with a tab", ">\t[x](faq.md)", ["1:7 faq.md"]],
    ["in a lazy line", "> One\n[x](faq.md)", ["2:5 faq.md"]],
    ["in a lazy line of a list in a quotation", "> 1. One\n[x](faq.md)", ["2:5 faq.md"]],
    ["in a list in a list", "- - [x](faq.md)\n  - [y](a.md)", ["1:9 faq.md", "2:9 a.md"]],
    ["in a list in a quotation", "> 10. One\n>     [x](faq.md)", ["2:11 faq.md"]],
    ["in a task", "- [ ] [x](faq.md)", ["1:11 faq.md"]],
    ["in a heading", "##  One [x](faq.md) {#y} ##", ["1:13 faq.md"]],
    ["in a heading of signs", "# # [#](#) #", ["1:9 #"]],
    ["in a heading with a line below", "One\n[x](faq.md)\n---", ["2:5 faq.md"]],
    ["in emphasis", "*One **[x](faq.md)***", ["1:12 faq.md"]],
    ["around emphasis and a picture", "[*x* ![y](z.png)](faq.md)", ["1:19 faq.md"]],
    ["around brackets", "[x [y] `](z` ](faq.md)", ["1:16 faq.md"]],
    ["in a note", "> [!NOTE]\n> [x](faq.md)", ["2:7 faq.md"]],
    ["in an attribution", "> One\n> — [x](faq.md)", ["2:9 faq.md"]],
    ["in an attribution by itself", "> One [y](a.md)\n>\n> — [x](faq.md)", ["1:11 a.md", "3:9 faq.md"]],
    ["in a footnote", "One[^1]\n\n[^1]: [x](faq.md)\n\n    [y](a.md)", ["3:11 faq.md", "5:9 a.md"]],
    ["in a footnote in a list", "- One[^1]\n\n  [^1]: [x](faq.md)", ["3:13 faq.md"]],
    ["in a caption", '![y](z.png "One [x](faq.md)")', ["1:21 faq.md"]],
    ["in a caption with quotes", '![y](z.png "\\"One\\" [x](faq.md)")', ["1:25 faq.md"]],
    ["in a caption in a line of its own", "> ![y](z.png\n> ' One\n> [x](faq.md)')", ["3:7 faq.md"]],
    ["in a caption written elsewhere", "![y][z]\n\n[z]: z.png '[x](faq.md)'", ["1:1 !"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ links }) => links)).toEqual(places);
  });
});

describe("the place of a link in a table", () => {
  const table = (...rows: string[]): string => ["| A | B |", "| - | - |", ...rows].join("\n");
  test.each<Row>([
    ["in a cell", table("| One | [x](faq.md) |"), ["3:13 faq.md"]],
    ["in equal cells", table("| [x](a.md) | [x](a.md) |"), ["3:7 a.md", "3:19 a.md"]],
    ["behind an empty cell", table("| | [x](a.md) |"), ["3:9 a.md"]],
    ["behind escaped pipes", table("| \\| a\\|b | \\|[x](a.md) |"), ["3:19 a.md"]],
    ["in code and not", table("| `[x](a\\|b)` \\| [x](a.md) | |"), ["3:22 a.md"]],
    ["without pipes at the ends", "A | [x](a.md)\n- | -", ["1:9 a.md"]],
    [
      "in a quotation in a list",
      "- > | [x](a.md) |\n  > | - |\n  > | [y](b.md) |",
      ["1:11 a.md", "3:11 b.md"],
    ],
    ["in a list whose sign is in the cell", "1. 1 | [1](1)\n   - | -", ["1:12 1"]],
    ["in a footnote", "One[^1]\n\n[^1]: | [x](a.md) |\n      | - |", ["3:13 a.md"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ links }) => links)).toEqual(places);
  });
});

describe("the place of a link whose address stands elsewhere is where it is used", () => {
  const reference = "\n\n[y]: faq.md\n[x]: a.md";
  test.each<Row>([
    ["in full", `One [x][y]${reference}`, ["1:5 [x][y]"]],
    ["by its words", `One [x][] [y]${reference}`, ["1:5 [x][]", "1:11 [y]"]],
    ["before a parenthesis", `One [x](not an address)${reference}`, ["1:5 [x]"]],
    ["over two lines", `One [x\nz][y]${reference}`, ["1:5 [x"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ links }) => links)).toEqual(places);
  });
});

describe("the place of a link that nothing defines is all of it", () => {
  test.each<Row>([
    ["in full", "One [x][y].", ["1:5 [x][y]"]],
    ["by its words", "> One [x][]", ["1:7 [x][]"]],
    ["around emphasis and a picture", "[*x* ![y](z.png)][y]", ["1:1 [*x* ![y](z.png)][y]"]],
    ["in a link", "[[x][y]](faq.md)", ["1:2 [x][y]"]],
    ["in a heading", "# One [x][y] {#z}", ["1:7 [x][y]"]],
    ["in a cell", "| `a\\|b` [x][y] |\n| - |", ["1:10 [x][y]"]],
    ["in a caption", '![y](z.png "One [x][y]")', ["1:17 [x][y]"]],
    ["in a footnote", "One[^1]\n\n[^1]: [x][y]", ["3:7 [x][y]"]],
    ["over two lines", "One [x\nz][y]", ["1:5 [x"]],
    ["of a picture", "One ![x][y]", ["1:6 [x][y]"]],
    ["in words of another language", "[One [x][y]]{lang=de}", ["1:6 [x][y]"]],
    ["but of none in code, behind words, or escaped", "`[x][y]` x[y][z] \\[x][y]", []],
    ["nor of brackets that are something else", "[x][y](z.md), [x][y]{lang=de}, [^1][^2], [x][^1]", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ undefinedLinks }) => undefinedLinks)).toEqual(places);
  });
});

describe("the place of a definition is its line", () => {
  test.each<Row>([
    ["in a text", "One [x]\n\n[x]: faq.md\n  [y]: a.md 'T' ", ["3:1 [x]: faq.md", "4:3 [y]: a.md 'T'"]],
    ["in a quotation in a list", "- > [x]: a.md\n  > [y]: b.md", ["1:5 [x]: a.md", "2:5 [y]: b.md"]],
    ["over two lines", "[x]:\n  faq.md", ["1:1 [x]:"]],
    ["in a footnote", "One[^1]\n\n[^1]: One\n\n    [x]: faq.md", ["5:5 [x]: faq.md"]],
    ["but not in code", "    [x]: faq.md\n\n```\n[x]: faq.md\n```", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ definitions }) => definitions)).toEqual(places);
  });
});

describe("the place of a link in angles is its address", () => {
  test.each<Row>([
    ["of a page", "One <https://example.org/a>", ["1:6 https://example.org/a"]],
    ["of a mailbox", "> <a@example.org>", ["1:4 a@example.org"]],
    ["with letters to encode", "<https://example.org/ö>", ["1:2 https://example.org/ö"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ links }) => links)).toEqual(places);
  });
});

describe("the place of a heading is its words", () => {
  test.each<Row>([
    ["after its sign", "#   One ##", ["1:5 One"]],
    ["with its id", "## One {#two}", ["1:4 One {#two}"]],
    ["that are like its sign", "# # #\n\n## 2 # 2 ##", ["1:3 #", "3:4 2 # 2"]],
    ["above a line", "  One *two*\n===", ["1:3 One *two*"]],
    ["in two lines", "One\ntwo\n---", ["1:1 One"]],
    ["in a quotation in a list", "- > ### One", ["1:9 One"]],
    ["that are none", "One\n\n##", ["3:3 "]],
    ["after an indent", "   ## One\n", ["1:7 One"]],
    ["after a tab", "#\tOne\n", ["1:3 One"]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ headings }) => headings)).toEqual(places);
  });
});

describe("the place of a picture is where it begins", () => {
  test.each<Row>([
    ["alone", "![x](y.png)", ["1:1 !["]],
    ["in a link in a list", "- One\n  [![x](y.png)](a.md)", ["2:4 !["]],
    ["twice in cells", "| ![x](y.png) | ![x](y.png) |\n| - | - |", ["1:3 ![", "1:17 !["]],
    ["in a caption", "![x](y.png '![z](y.png)')", ["1:1 ![", "1:13 !["]],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ pictures }) => pictures)).toEqual(places);
  });
});

describe("the place of raw HTML is the tag, or the line it begins", () => {
  test.each<Row>([
    ["in a line", "One\n*two <b>bold</b>*", ["2:6 <b>", "2:13 </b>"]],
    ["in a tag of two lines", "One <b\nc>", ["1:5 <b"]],
    ["by itself", "> - <div>\n>   x", ["1:5 <div>"]],
    ["in a cell", "| \\| <b> |\n| - |", ["1:6 <b>"]],
    ["behind a comment", "<!-- x --> <b>", ["1:1 <!-- x --> <b>"]],
    ["not of a comment", "<!-- x -->\n\nOne <!-- y --> ![<!-- z -->](a.png)", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ markup }) => markup)).toEqual(places);
  });
});

describe("the place of a list item that holds nothing is its line", () => {
  test.each<Row>([
    ["between others", "- One\n-\n- Two", ["2:1 -"]],
    ["that holds a comment", "- <!-- One -->\n- Two", ["1:1 - <!-- One -->"]],
    ["in a quotation", "> 1. One\n> 2.", ["2:1 > 2."]],
    ["but not one that holds a list or code", "- - One\n- ```\n  ```\n- ---", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ emptyItems }) => emptyItems.map((place) => ({ place })))).toEqual(places);
  });
});

describe("blocks are all that is said, where it is said", () => {
  test.each<Row>([
    [
      "in paragraphs",
      "One\ntwo\n\n  Three `four`",
      ["paragraph 1:1-2 One two", "paragraph 4:3-4 Three four"],
    ],
    ["in headings", "#  One #\n\nTwo\n---", ["heading 1:4-1 One", "heading 3:1-3 Two"]],
    ["in cells", "- | A | A |\n  | - | - |\n  | B |", ["cell 1:5-1 A", "cell 1:9-1 A", "cell 3:5-3 B"]],
    ["in code", "> ```sh\n> ls\n> ```\n\n    x", ["code 1:3-3 ls\n", "code 5:5-5 x\n"]],
    [
      "in quotations and attributions",
      "> One\n> two\n> — Three",
      ["paragraph 1:3-3 One two", "paragraph 3:3-3 — Three"],
    ],
    ["in notes", "> [!TIP]\n> One\n>\n> Two", ["paragraph 2:3-2 One", "paragraph 4:3-4 Two"]],
    ["in captions", '![A](b.png "One")', ["paragraph 1:1-1 A", "paragraph 1:13-1 One"]],
    ["in footnotes", "One[^1]\n\n[^1]: Two", ["paragraph 1:1-1 One", "paragraph 3:7-3 Two"]],
    ["in a footnote that is lost", "One\n\n[^1]: Two", ["paragraph 1:1-1 One", "paragraph 3:7-3 Two"]],
    [
      "in a footnote that is written twice",
      "One[^1]\n\n[^1]: Two\n\n[^1]: Three",
      ["paragraph 1:1-1 One", "paragraph 3:7-3 Two", "paragraph 5:7-5 Three"],
    ],
  ])("%s", (_, text, blocks) => {
    const found = printed(text).outline.blocks.map(
      ({ kind, place, lastLine, text: words }) =>
        `${kind} ${place.line}:${place.column}-${lastLine} ${words}`,
    );
    expect(found).toEqual(blocks);
  });
});

test("a block has its words without code too, where it holds some", () => {
  const { blocks } = printed("One `TODO` two\n\nThree").outline;
  expect(blocks.map(({ text, prose }) => [text, prose])).toEqual([
    ["One TODO two", "One two"],
    ["Three", undefined],
  ]);
});

test("a block has its words without those in another language too, where it holds some", () => {
  const text = `One [zwei]{lang=de} \`code\` *drei [four]{lang=en}*{lang=de} five

Sechs {lang=de}

> Sieben
>
> - acht {lang=de}
>
> neun {lang=de}
>
> — Ten

[Elf]{lang=elf_}`;
  expect(printed(text).outline.blocks.map(({ own, prose, text }) => own ?? prose ?? text)).toEqual([
    "One five",
    "",
    "",
    "",
    "",
    "— Ten",
    "Elf",
  ]);
});

describe("the place of a mark of a language is the mark", () => {
  test.each<Row>([
    ["behind words in brackets", "One [zwei]{lang=de}", ["1:11 {lang=de}"]],
    ["in each other", "[Ein [word]{lang=en}]{lang=de}", ["1:12 {lang=en}", "1:22 {lang=de}"]],
    ["at the end of a later line", "Eins\nzwei {lang=de}", ["2:6 {lang=de}"]],
    ["below a quotation", "> Eins\n>\n> — Two\n{lang=de}", ["4:1 {lang=de}"]],
    ["in a cell", "| a |\n| - |\n| b \\| c {lang=de} |", ["3:10 {lang=de}"]],
    ["in a caption", '![a](b.png "C {lang=de}")', ["1:15 {lang=de}"]],
    ["that marks nothing", "{lang=de}", ["1:1 {lang=de}"]],
    ["that is no tag", "Eins {lang=x y}", ["1:6 {lang=x y}"]],
    ["but not of code, nor of what is escaped", "`{lang=de}` \\{lang=de}", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ languageMarks }) => languageMarks)).toEqual(places);
  });
});

describe("the place of a mark that gives an id is the mark", () => {
  test.each<Row>([
    ["at the end of a paragraph", "One {#two}", ["1:5 {#two}"]],
    ["in a line of its own", "One\ntwo\n  {#three} {lang=de}", ["3:3 {#three}"]],
    ["in a quotation", "> One {#two}\n> — Three", ["1:7 {#two}"]],
    ["in a cell", "| a |\n| - |\n| b \\| c {#two} |", ["3:10 {#two}"]],
    ["behind a picture", '![a](b.png "C") {#two}', ["1:17 {#two}"]],
    ["in words that stand for a picture", "A ![a {#two}](b.png)", ["1:3 !["]],
    ["that marks nothing", "{#two}, *three {#four}*", ["1:1 {#two}", "1:16 {#four}"]],
    ["that is no id", "One {#two three}", ["1:5 {#two three}"]],
    ["but not of a heading, of code, nor of what is escaped", "# One {#two}\n\n`{#two}` \\{#two}", []],
  ])("%s", (_, text, places) => {
    expect(placesOf(text, ({ idMarks }) => idMarks)).toEqual(places);
  });
});

describe("an allowance is for the block below it", () => {
  const lines = (text: string): string[] =>
    printed(text).outline.allowances.map(
      ({ rule, reason, firstLine, lastLine, place }) =>
        `${shown(text, place)} | ${rule} ${firstLine}-${lastLine} ${reason}`,
    );
  test.each<Row>([
    [
      "of several lines",
      "<!-- allow leftover: why -->\nOne\ntwo\n\nThree",
      ["1:1 <!-- allow leftover: why --> | leftover 2-3 why"],
    ],
    [
      "past empty lines and other comments",
      "<!-- allow a: x -->\n<!-- y -->\n\n<!-- allow b: z -->\n- One\n- Two",
      ["1:1 <!-- allow a: x --> | a 5-6 x", "4:1 <!-- allow b: z --> | b 5-6 z"],
    ],
    [
      "two in a line",
      "<!-- allow a: x --> <!-- allow b: y -->\n# One",
      [
        "1:1 <!-- allow a: x --> <!-- allow b: y --> | a 2-2 x",
        "1:1 <!-- allow a: x --> <!-- allow b: y --> | b 2-2 y",
      ],
    ],
    ["in a list", "- One\n\n  <!-- allow a: x -->\n  Two\n- Three", ["3:3 <!-- allow a: x --> | a 4-4 x"]],
    ["without a reason", "<!-- allow a -->\nOne", ["1:1 <!-- allow a --> | a 2-2 "]],
    ["at the end, where nothing is", "One\n\n<!-- allow a: x -->", ["3:1 <!-- allow a: x --> | a 4-3 x"]],
    ["or for nothing, among words", "One <!-- allow a: x --> two", ["1:5 <!-- allow a: x --> | a 0-0 x"]],
    ["but is no other comment", "<!-- allows a: x -->\nOne <!-- we allow a: x -->", []],
  ])("%s", (_, text, allowances) => {
    expect(lines(text)).toEqual(allowances);
  });
});

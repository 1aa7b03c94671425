import spec from "commonmark-spec";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/markdown/markdown.ts";
import { readingOf } from "../markdown/reading.ts";
import { copied } from "./copied.ts";

const BLOCKS = [
  "words\nin two lines",
  "# Heading",
  "Heading\\\nin two lines\n---",
  "> quoted",
  "> quoted\n>\n> — name",
  "> [!TIP]\n> a tip",
  "| a | b |\n|---|---|\n| c | d |",
  "> | a |\n> |---|",
  "- | a |\n  |---|",
  "- item",
  "- > quoted",
  "3. third",
  "```\ncode\n```",
  "![picture](x.png)",
  '![picture](x.png "caption")',
  "***",
  "<!-- comment -->",
];

/** Words of the same kinds in the same order. */
function blocksIn(text: string): string[] {
  const { outline } = parseMarkdown(text, readingOf(text));
  return outline.blocks.map((block) => `${block.kind}: ${block.text.trim()}`);
}

describe("a Markdown copy", () => {
  it.each([
    ["keeps one sentence a line", "One.\nTwo.\n", "One.\nTwo.\n"],
    ["keeps emphasis, code and what is struck out", "*a* **b** `c` ~~d~~", "*a* **b** `c` ~~d~~\n"],
    ["keeps what only looks like Markdown", "\\*a\\* \\[b] 1\\. c", "\\*a\\* \\[b] 1. c\n"],
    ["keeps words that look like a table", "> a\n| b |\n|---|", "> a\n> | b |\n> \\|---|\n"],
    ["keeps dashes that are escaped", "a | b\n\\-|-", "a | b\n\\-|-\n"],
    ["keeps a colon that is escaped", "a | b\n\\:-- | ---", "a | b\n\\:-- | ---\n"],
    ["resolves references", "[a][x]\n\n[x]: faq.md", "[a](#faq)\n"],
    ["says a link that leads nowhere in words", "[a](none.md)", "a\n"],
    ["leaves comments out", "a <!-- b --> c\n\n<!-- d -->\n\ne", "a  c\n\ne\n"],
    ["leaves marks of languages out", "[a]{lang=de} b\n\nc {lang=de}", "a b\n\nc\n"],
    ["leaves out which file a code block is", "```yaml file=../x.yaml\na: 1\n```", "```yaml\na: 1\n```\n"],
    ["fences code that was indented", "    a\n", "```\na\n```\n"],
    ["keeps a longer fence", "````\n```\n````", "````\n```\n````\n"],
    ["keeps tight lists and loose ones", "- a\n- b\n\n1. c\n\n2. d", "- a\n- b\n\n1. c\n\n2. d\n"],
    ["keeps the first number of a list", "3. a\n4. b", "3. a\n4. b\n"],
    ["keeps whose words a quotation is", "> a\n>\n> — b", "> a\n>\n> — b\n"],
    ["keeps the mark of a note, not its label", "> [!TIP]\n> a", "> [!TIP]\n> a\n"],
    [
      "keeps a table",
      "| a | b |\n|---|--:|\n| `x\\|y` | *c* |",
      "| a | b |\n| --- | ---: |\n| `x\\|y` | *c* |\n",
    ],
    ["says the caption of a picture in words", '![a](x.png "*b*")', "![a](x.png)\n\n*b*\n"],
    ["renames footnotes", "a[^n]\n\n[^n]: b\n\n    c", "a[^guide-1]\n\n[^guide-1]: b\n\n    c\n"],
    ["keeps headings without their ids", "# A\n\n## B {#c}", "# A\n\n## B\n"],
  ])("%s", (_, text, copy) => {
    expect(copied(text)).toBe(copy);
  });

  it("says each example of CommonMark in the same words, of the same kinds", () => {
    const examples = spec.tests.filter(({ section }) => !/^(?:Raw HTML|HTML blocks)$/.test(section));
    expect(examples.length).toBeGreaterThan(550);
    const changed = examples.filter(
      ({ markdown }) => JSON.stringify(blocksIn(copied(markdown))) !== JSON.stringify(blocksIn(markdown)),
    );
    expect(changed.map(({ number, markdown }) => [number, markdown, copied(markdown)])).toEqual([]);
  });

  it.each(["- ", "1. ", "- - ", "> - ", "- > - "])("says what stands after what in an item: %s", (mark) => {
    const indent = mark.replace(/[-.\d]/g, " ");
    const texts = BLOCKS.flatMap((first) => BLOCKS.map((second) => `${first}\n\n${second}`))
      .map((text) => mark + text.replaceAll("\n", `\n${indent}`))
      .flatMap((item) => [item, `${item}\n${mark}another`]);
    const changed = texts.filter(
      (text) => JSON.stringify(blocksIn(copied(text))) !== JSON.stringify(blocksIn(text)),
    );
    expect(changed.map((text) => [text, copied(text)])).toEqual([]);
  });
});

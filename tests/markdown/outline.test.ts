import { describe, expect, it } from "vitest";
import { parse } from "./read.ts";

/** The text of a line from the place that was found, as far as it is marked. */
function marked(
  text: string,
  { line, column, length = 1 }: { line: number; column: number; length?: number },
): string {
  return (text.split("\n")[line - 1] ?? "").slice(column - 1, column - 1 + length);
}

describe("the outline of a text", () => {
  it.each([
    ["in a paragraph", "One\ntwo [x](target) three", "target"],
    ["in a heading", "#  See [x](target) ##", "target"],
    ["in a heading with a line below", "See [x](target)\n===", "target"],
    ["in a quotation in a list", "> > - [x](target)", "target"],
    ["in a lazy line", "> One\n[x](target)", "target"],
    ["in a cell like another", "| a | b |\n|---|---|\n| [x](other) | [x](target) |", "target"],
    ["behind an escaped bar", "| a \\| b | [x](target) |\n|---|---|", "target"],
    ["after a tab", "-\ttab [x](target)", "target"],
    ["in emphasis", "*very [x](target)*", "target"],
    ["with a title", '[x](target "title")', "target"],
    ["given elsewhere", "See [x][ref].\n\n[ref]: target", "[x][ref]"],
    ["in an attribution", "> Words.\n>\n> — [x](target)", "target"],
    ["in a footnote", "One[^a]\n\n[^a]: See [x](target).", "target"],
  ])("has the place of a link %s", (_, text, mark) => {
    const { links } = parse(text).outline;
    const place = links.at(-1)?.place;
    expect(place && marked(text, place)).toBe(mark);
  });

  it("has headings with their words, levels and ids", () => {
    const { headings } = parse("# Why?\n\n## A *b* `c` {#d}\n\n## A *b* `c`").outline;
    expect(headings.map(({ level, text, id, given }) => [level, text, id, given])).toEqual([
      [2, "Why?", "why", true],
      [3, "A b c", "d", true],
      [3, "A b c", "a-b-c", false],
    ]);
  });

  it("has all words in blocks, in their order, code apart", () => {
    const text = "# T\n\nOne\ntwo `TODO`.\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n```sh\nls\n```\n";
    const { blocks } = parse(text).outline;
    expect(blocks.map(({ kind, text: words }) => `${kind} ${words}`)).toEqual([
      "heading T",
      "paragraph One two TODO.",
      "paragraph a",
      "paragraph b",
      "cell c",
      "cell d",
      "cell e",
      "cell f",
      "code ls\n",
    ]);
    expect(blocks[1]?.prose).toBe("One two .");
  });

  it("has markup, empty items, pictures and allowances", () => {
    const text = "-\n- a\n\n<i>b</i>\n\n![alt *x*](p%20q.png)\n\n<!-- allow leftover: a reason -->\nTBD\n";
    const { markup, emptyItems, pictures, allowances } = parse(text).outline;
    expect(markup.map((found) => [found.text, marked(text, found.place)])).toEqual([
      ["<i>", "<i>"],
      ["</i>", "</i>"],
    ]);
    expect(emptyItems.map(({ line }) => line)).toEqual([1]);
    expect(pictures.map(({ file, alternative }) => [file, alternative])).toEqual([
      ["content/en/p q.png", "alt x"],
    ]);
    expect(allowances).toMatchObject([{ rule: "leftover", reason: "a reason", firstLine: 9, lastLine: 9 }]);
  });
});

import spec from "commonmark-spec";
import { describe, expect, it } from "vitest";
import { partsAsWritten } from "../../src/editions/markdown/as-written.ts";
import { parseMarkdown } from "../../src/markdown/markdown.ts";
import type { Section } from "../../src/model.ts";
import { readingOf } from "../markdown/reading.ts";

const { address: addressOf } = readingOf("");

function asWritten(text: string, shift: 0 | 1 = 0): { said: string; ids: string[] } | undefined {
  const { outline } = parseMarkdown(text, { ...readingOf(text), shift });
  const section = { ...outline, name: "guide", language: "en", file: "content/en/guide.md" } as Section;
  const ids: string[] = [];
  const onHeading = (_: unknown, { id }: { id: string }): void => void ids.push(id);
  const parts = partsAsWritten(text, section, { shift, addressOf, onHeading });
  return parts && { said: parts.map(({ value }) => value).join("\n\n"), ids };
}

describe("a copy takes a text as it is written", () => {
  it.each([
    ["to the letter", "# A\n\n* b\\*\n* `c`\n\n| d |\n|---|\n| _e_ |\n\n> [!TIP]\n> f"],
    ["also code that is closed", "# A\n\n~~~yaml\nb: 1\n~~~"],
    ["with links that lead to places everywhere", "# A\n\n[b](https://example.org) and [c](#guide)"],
  ])("%s", (_, text) => {
    expect(asWritten(text)?.said).toBe(text);
  });

  it.each([
    ["with headings moved down", "# A\n\nb\n\n## C\n\nd", "## A\n\nb\n\n### C\n\nd"],
    ["without the ids of headings", "# A\n\nb\n\n## C {#d}\n\ne", "## A\n\nb\n\n### C\n\ne"],
    [
      "with the addresses of its links exchanged",
      "# A\n\n[b](faq.md), [c](faq.md 'd')",
      "## A\n\n[b](#faq), [c](#faq 'd')",
    ],
  ])("%s", (_, text, said) => {
    expect(asWritten(text, 1)?.said).toBe(said);
  });

  it("and tells what its headings are called", () => {
    expect(asWritten("# A\n\nb\n\n## C {#d}\n\ne\n\n## F g\n\nh")?.ids).toEqual(["guide", "d", "f-g"]);
  });
});

describe("a copy is written anew", () => {
  it.each([
    ["a picture", "# A\n\n![b](b.png)"],
    ["a link that leads nowhere", "# A\n\n[b](none.md)"],
    ["a link by reference", "# A\n\n[b][c]\n\n[c]: faq.md"],
    ["a definition, which would hold for all of the page", "# A\n\n[b]\n\n[b]: https://example.org"],
    ["a footnote", "# A\n\nb[^c]\n\n[^c]: d"],
    ["a comment", "# A\n\nb <!-- c --> d"],
    ["words in another language", "# A\n\n[b]{lang=de}"],
    ["code that is a file", "# A\n\n```yaml file=../b.yaml\nc: 1\n```"],
    ["code that nothing ends", "# A\n\n```yaml\nb: 1"],
    ["a heading that cannot be moved", "A\n=\n\nb"],
    ["a heading in a quotation", "# A\n\n> ## B\n> c"],
    ["no heading above it", "a\n\n# B"],
    ["raw HTML", "# A\n\n<b>c</b>"],
  ])("where there is %s", (_, text) => {
    expect(asWritten(text, 1)).toBeUndefined();
  });

  it("or else says the same as its source: each example of CommonMark, below one heading and above another", () => {
    const blocksIn = (text: string): string[] => {
      const { outline } = parseMarkdown(text, readingOf(text));
      return outline.blocks.map((block) => `${block.kind}: ${block.text.trim()}`);
    };
    const taken = spec.tests.flatMap(({ markdown, number }) => {
      const text = `# Before\n\n${markdown}`;
      const said = asWritten(text)?.said;
      return said === undefined ? [] : [{ number, text, said }];
    });
    expect(taken.length).toBeGreaterThan(300);
    const after = "\n\n# After\n\nwords";
    const changed = taken.filter(
      ({ text, said }) =>
        JSON.stringify(blocksIn(said + after)) !== JSON.stringify([...blocksIn(text), ...blocksIn(after)]),
    );
    expect(changed).toEqual([]);
  });
});

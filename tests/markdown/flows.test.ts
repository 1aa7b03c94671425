import { beforeAll, describe, expect, it } from "vitest";
import type { DrawnFlow } from "../../src/diagrams/flow.ts";
import { parseMarkdown, renderMarkdown } from "../../src/markdown/markdown.ts";
import type { Outline } from "../../src/model.ts";
import { draw, FIXTURES } from "../diagrams/drawn.ts";
import { readingOf } from "./reading.ts";

const TWO = "../../images/two.flow.yaml";
const NESTED = "../../images/nested.flow.yaml";

let flows: ReadonlyMap<string, DrawnFlow>;
beforeAll(async () => {
  const [two, nested] = await Promise.all([draw(FIXTURES, "two", ["en"]), draw(FIXTURES, "nested", ["en"])]);
  flows = new Map([
    ["images/two.flow.yaml", two],
    ["images/nested.flow.yaml", nested],
  ]);
});

function print(text: string): { html: string; outline: Outline } {
  const parsed = parseMarkdown(text, readingOf(text));
  return {
    html: renderMarkdown(parsed, { pictures: new Map(), flows }, (path) => path),
    outline: parsed.outline,
  };
}

const count = (html: string, sign: string): number => html.split(sign).length - 1;
const captionOf = (html: string): string | undefined => /<figcaption>(.*?)<\/figcaption>/.exec(html)?.[1];

describe("a flow in a text", () => {
  it("is drawn where it stands by itself, under the words of its title", () => {
    const { html } = print(`Before.\n\n![Two of them](${TWO})\n\nAfter.\n`);
    expect(html).toMatch(/^<p>Before.<\/p>\n<figure class="figure flow.*<\/figure>\n<p>After.<\/p>\n$/s);
    expect(html).toContain('role="img" aria-label="Two of them"');
    expect(captionOf(html)).toBe(flows.get("images/two.flow.yaml")?.flow.title.en);
    expect(html).not.toContain("<img");
  });

  it("has the caption that its author gives it, with links and code, above the drawing", () => {
    const { html, outline } = print(`![Two](${TWO} "See \`it\` [there](faq.md) & <b>")\n`);
    expect(captionOf(html)).toBe('See <code>it</code> <a href="#faq">there</a> &amp; &lt;b&gt;');
    expect(html.indexOf("<figcaption")).toBeLessThan(html.indexOf("<svg"));
    expect(outline.links.map(({ address }) => address)).toEqual(["faq.md"]);
    // As on the page, so that a check can look for the words in their order.
    expect(outline.blocks.map(({ text }) => text)).toEqual(["See it there & <b>", "Two"]);
  });

  it("stands in a list and in a note as well", () => {
    expect(print(`- ![Two](${TWO})\n`).html).toContain('<li>\n<figure class="figure flow');
    expect(print(`> [!NOTE]\n> ![Two](${TWO})\n`).html).toContain('<figure class="figure flow');
  });

  it("is compared with the one in the same paragraph", () => {
    const { html, outline } = print(`![Two](${TWO})\n![Nested](${NESTED} "Beside *each other*")\n`);
    expect(count(html, "<figure")).toBe(1);
    expect(count(html, 'class="flow__side"')).toBe(2);
    expect(captionOf(html)).toBe("Beside <em>each other</em>");
    expect([...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual(["Two", "Nested"]);
    expect(outline.blocks.map(({ text }) => text)).toEqual(["Beside each other", "Two", "Nested"]);
    expect(outline.pictures.map(({ isCrowded }) => isCrowded)).toEqual([undefined, undefined]);
  });

  it.each([
    ["among words", `See ![Two](${TWO}) here.`, 1],
    ["three in a row", `![A](${TWO})\n![B](${TWO})\n![C](${TWO})`, 3],
    ["beside a picture", `![A](${TWO})\n![B](../../images/lamp.png)`, 1],
    ["in a table", `| a |\n| --- |\n| ![A](${TWO}) |`, 1],
    ["in a link", `[![A](${TWO})](faq.md)`, 1],
  ])("is reported where it cannot be drawn: %s", (_, text, crowded) => {
    const { html, outline } = print(`${text}\n`);
    expect(html).not.toContain("<svg");
    expect(outline.pictures.filter(({ isCrowded }) => isCrowded)).toHaveLength(crowded);
  });

  it("that has errors leaves its words", () => {
    const { html } = print("![Not there](../../images/other.flow.yaml)\n");
    expect(html).toContain('alt="Not there"');
    const { html: pair } = print(`![Two](${TWO})\n![Not there](../../images/other.flow.yaml)\n`);
    expect(pair).toContain('alt="Not there"');
    expect(pair).not.toContain("<svg");
  });

  it("gives its alternative text to whoever checks that no words are lost", () => {
    const { outline } = print(`![Two \`of\` them](${TWO})\n`);
    expect(outline.blocks.map(({ text }) => text)).toEqual(["Two of them"]);
  });
});

// The 652 examples of CommonMark, through our whole set of rules. What we change on purpose is undone before the two are
// compared; addresses are compared as the outline has them.

import spec from "commonmark-spec";
import { expect, test } from "vitest";
import { printed } from "./reading.ts";

/** Examples that come out differently, and why. One that stops to differ must leave the list. */
const DIFFERENT: ReadonlyMap<number, string> = new Map([
  [
    177,
    "words behind a comment in its line are HTML to CommonMark: they show with the comment, and are reported",
  ],
]);

/** Ours, without what we add to CommonMark: ids and links of headings, the box of code, figures. */
function withoutAdditions(html: string): string {
  return html
    .replace(/<div class="heading heading--\d">\n/g, "")
    .replace(/\n<a class="anchor"[^>]*><span aria-hidden="true">#<\/span><\/a><\/div>/g, "")
    .replace(/<(h\d) id="[^"]*"/g, "<$1")
    .replace(/<pre class="code"[^>]*>/g, "<pre>")
    .replace(/><figcaption>(.*?)<\/figcaption>/gs, ' title="$1">')
    .replace(/<figure class="figure">(.*?)<\/figure>/gs, "<p>$1</p>");
}

/** Ways of writing the same HTML. */
function inOneWay(html: string): string {
  return html.replace(/ ?\/>/g, ">").replace(/<blockquote>\n<\/blockquote>/g, "<blockquote></blockquote>");
}

/** They are rewritten for the page. */
function withoutAddresses(html: string): string {
  return html.replace(/<(a|img) (?:href|src)="[^"]*"/g, "<$1");
}

function withoutEscapes(html: string): string {
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** Raw HTML is shown as text, and a comment is nothing. */
function asText(html: string): string {
  const words = withoutEscapes(html.replace(/<!--(?:>|->|.*?-->)/gs, ""));
  return words.replace(/\s+/g, " ").trim();
}

function addressesIn(html: string): string[] {
  const found = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map(([, address = ""]) => withoutEscapes(address));
  return [...found(/<a href="([^"]*)"/g), ...found(/<img src="([^"]*)"/g)];
}

/** What is printed and what CommonMark wants, as far as they can be the same. */
function bothWays(markdown: string, wanted: string): { ours: unknown; theirs: unknown } {
  const { outline, html } = printed(markdown);
  const [ours, theirs] = [withoutAdditions(html), wanted];
  if (outline.markup.length > 0 || wanted.includes("<!--")) {
    const plain = (text: string): string => withoutAddresses(inOneWay(asText(text)));
    return { ours: plain(ours), theirs: plain(theirs) };
  }
  const plain = (text: string): string => withoutAddresses(inOneWay(text));
  const addresses = [...outline.links, ...outline.pictures].map(({ address }) => address);
  return { ours: [plain(ours), addresses], theirs: [plain(theirs), addressesIn(theirs)] };
}

test("CommonMark has 652 examples", () => {
  expect(spec.tests.length).toBe(652);
});

test.each(spec.tests)("example $number of CommonMark ($section) is printed as it wants", (example) => {
  const { ours, theirs } = bothWays(example.markdown.replace(/→/g, "\t"), example.html.replace(/→/g, "\t"));
  if (DIFFERENT.has(example.number)) expect(ours).not.toEqual(theirs);
  else expect(ours).toEqual(theirs);
});

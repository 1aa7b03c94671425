// The 652 examples of CommonMark, through our whole set of rules.

import spec from "commonmark-spec";
import { describe, expect, it } from "vitest";
import { toHtml } from "./read.ts";

/** Takes out what we add or change on purpose, on both sides. */
function plain(html: string): string {
  return html
    .replace(/<div class="heading">\n?/g, "")
    .replace(/<a class="anchor"[^>]*><span aria-hidden="true">#<\/span><\/a><\/div>/g, "")
    .replace(/<(h\d) id="[^"]*"/g, "<$1")
    .replace(/<pre class="code"[^>]*>/g, "<pre>")
    .replace(/<\/?span[^>]*>/g, "")
    .replace(/<a( title="[^"]*")?>/g, '<a href=""$1>')
    .replace(/<a href="[^"]*"/g, '<a href=""')
    .replace(/<img [^>]*>/g, (tag) => `<img alt="${/alt="([^"]*)"/.exec(tag)?.[1] ?? ""}">`)
    .replace(/<figure class="figure">([\s\S]*?)<\/figure>/g, "<p>$1</p>")
    .replace(/<figcaption>[\s\S]*?<\/figcaption>/g, "")
    .replace(/<hr ?\/>/g, "<hr>")
    .replace(/<br ?\/>/g, "<br>")
    .replace(/&quot;/g, '"')
    .replace(/\n+/g, "\n")
    .replace(/>\n</g, "><")
    .trim();
}

// Raw HTML is shown as text here, and a problem: examples that hold some cannot agree.
const isRaw = ({ section, html, markdown }: (typeof spec.tests)[number]) =>
  section === "HTML blocks" ||
  section === "Raw HTML" ||
  /<[a-z!?/][^>]*>/i.test(markdown.replace(/<[a-z][a-z0-9+.-]*:[^>]*>|<[^\s>]+@[^>]+>/gi, "")) ||
  html.includes("<!--");

describe("CommonMark", () => {
  const examples = spec.tests.filter((example) => !isRaw(example));

  it("is nearly all there, but for raw HTML", () => {
    expect(spec.tests.length).toBe(652);
    expect(examples.length).toBeGreaterThan(540);
  });

  it.each(examples.map((example) => [example.number, example.section, example] as const))(
    "holds in example %i (%s)",
    (_, __, { markdown, html }) => {
      expect(plain(toHtml(markdown.replace(/→/g, "\t"), { shift: 0 }))).toBe(plain(html.replace(/→/g, "\t")));
    },
  );
});

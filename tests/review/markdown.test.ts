import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import type { Change, Review } from "../../src/review/compare.ts";
import { tellReview } from "../../src/review/markdown.ts";

function reviewOf(text: string, changes?: readonly Change[]): Review {
  const nothing = { gained: [], lost: [] };
  const part = {
    name: "why",
    changes: changes ?? [{ words: [{ kind: "same" as const, text }] }],
    ids: { gained: [text], lost: [] },
    links: nothing,
    pictures: nothing,
  };
  return {
    pages: [{ path: "index.html", weight: {}, parts: [part] }],
    translations: [],
    pictures: [],
    problems: { added: [], solved: [] },
  };
}

describe("a review", () => {
  it.each([
    "<script>alert(1)</script>",
    "[a](javascript:x) ![b](c)",
    "# Title",
    "1. item",
    "- item",
    "**bold** _em_ ~~gone~~ `code` ``two``",
    "a | b",
    "@team $x$ &amp;",
    "line\nline",
  ])("shows the words of a page as words: %s", (text) => {
    const html = new MarkdownIt({ html: true }).render(tellReview(reviewOf(text), { base: "a", head: "b" }));
    const quoted = /<blockquote>\s*<p>([\s\S]*?)<\/p>\s*<\/blockquote>/.exec(html)?.[1] ?? "";
    const shown = quoted
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    expect(quoted).not.toMatch(/<[a-z]/);
    expect(shown).toBe(text.replace("\n", " "));
    expect(html).not.toContain("<script>");
  });

  it("is cut where a forge would not show it whole", () => {
    const changes = Array.from({ length: 50 }, (_, at) => ({
      words: [{ kind: "added" as const, text: `Line ${at}` }],
    }));
    const text = tellReview(reviewOf("x", changes), { base: "a", head: "b" });
    expect(text.match(/<ins>/g)).toHaveLength(40);
    expect(text).toContain("… and 10 more");
  });
});

import { expect, it } from "vitest";
import { BUDGETS } from "../../src/content/budgets.ts";
import type { Document, Page } from "../../src/model.ts";
import { descriptionOf } from "../../src/printing/description.ts";
import { sitemapOf } from "../../src/printing/listings.ts";
import { structuredData } from "../../src/printing/structured-data.ts";

const place = { file: "content/en/a.md", line: 1, column: 1 };
const outline = {
  headings: [],
  links: [],
  pictures: [],
  markup: [],
  emptyItems: [],
  tableSlips: [],
  noteSlips: [],
  allowances: [],
  languageMarks: [],
  idMarks: [],
  definitions: [],
  undefinedLinks: [],
};

function page(path: string, layout: Page["layout"], words: readonly string[] = []): Page {
  const blocks = words.map((text) => ({ kind: "paragraph" as const, text, place, lastLine: 1 }));
  const file = { name: "a", language: "en", file: "content/en/a.md", nav: "A", title: "A", html: "" };
  return {
    name: path,
    language: "en",
    path,
    layout,
    title: "A",
    sections: [{ ...outline, ...file, blocks }],
  };
}

const INDEX = page("index.html", "explainer", ["Of bees."]);
const DOCUMENT: Document = {
  site: {
    title: { en: "Bees" },
    titlePlace: place,
    languagePlaces: [place],
    description: { en: "All about bees" },
    address: "https://bees.example",
    languages: ["en"],
    sections: [],
    pages: [],
    budgets: BUDGETS,
    legal: {},
    aliases: [],
    outside: [],
    redirects: [],
    published: { pages: [], images: [] },
  },
  pages: [INDEX, page("a&b.html", "prose")],
  changesPages: [],
  translations: [],
  history: { state: "no-repository", changes: [] },
  files: new Set(),
  pictures: new Map(),
  flows: new Set(),
  sources: new Map(),
  problems: [],
};

it("a map tells the day of a change only where it is known", () => {
  const sections = INDEX.sections.map((section) => ({ ...section, changed: "2026-11-23" }));
  const pages = DOCUMENT.pages.map((one) => (one === INDEX ? { ...one, sections } : one));
  expect(sitemapOf({ ...DOCUMENT, pages })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url>
<loc>https://bees.example/</loc>
<lastmod>2026-11-23</lastmod>
</url>
<url>
<loc>https://bees.example/a&amp;b</loc>
</url>
</urlset>
`);
});

it("an article has its day where it is known, and no empty fields where nothing is", () => {
  const [article] = structuredData(INDEX, DOCUMENT, { title: "Bees" })["@graph"];
  expect(Object.keys(Object(article))).toEqual(["@type", "headline", "description", "url", "inLanguage"]);
  const [dated] = structuredData(INDEX, DOCUMENT, { title: "Bees", modified: "2026-11-23" })["@graph"];
  expect(dated).toMatchObject({ dateModified: "2026-11-23" });
});

const LONG = `It ${"says ".repeat(20)}so.`;

it.each([
  ["the site's, for the explainer", INDEX, "All about bees"],
  ["its first words", page("a.html", "prose", ["First. Second.", "Other."]), "First. Second."],
  ["the site's, where it has no words", page("a.html", "prose"), "All about bees"],
  ["whole sentences", page("a.html", "prose", [`${LONG} ${LONG}`]), LONG],
  ["whole words", page("a.html", "prose", ["longer, ".repeat(40)]), `${"longer, ".repeat(19)}longer…`],
])("a description is %s", (_, of, description) => {
  expect(descriptionOf(of, DOCUMENT.site)).toBe(description);
  expect(description.length).toBeLessThanOrEqual(161);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUDGETS } from "../../src/content/budgets.ts";
import type { Document, Page, Site } from "../../src/model.ts";
import { type Mode, type Sheet, sheetOf } from "../../src/printing/sheet.ts";
import { LAYOUTS } from "../../src/project.ts";

const place = { file: "content/_data/site.yaml", line: 1, column: 1 };
const outline = {
  headings: [],
  links: [],
  pictures: [],
  blocks: [],
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

const TOKENS = readFileSync(join(LAYOUTS, "styles/tokens.css"), "utf8");

const SITE: Site = {
  title: { en: "Bees", de: "Bienen" },
  titlePlace: place,
  languagePlaces: [place],
  description: { en: "How a hive works" },
  address: "https://bees.example",
  languages: ["en", "de"],
  sections: [],
  pages: [],
  repository: "https://forge.example/bees/site",
  analytics: { name: "Counter", script: "https://count.example/a.js" },
  budgets: BUDGETS,
  legal: { email: { value: "queen@bees.example", place }, phone: { value: null, place } },
  aliases: [],
  redirects: [],
  published: { pages: [], images: [] },
  outside: [],
};

function page(path: string, given: Partial<Page> = {}): Page {
  const sections = ["bees", "hive", "honey"].map((name) => ({
    ...outline,
    name,
    language: "en",
    file: `content/en/${name}.md`,
    nav: `The ${name}`,
    title: name,
    html: "",
    headings: [
      { level: 1, text: name, id: name, given: true, place },
      { level: 2, text: `More ${name}`, id: `größer-${name}`, given: false, place },
      { level: 3, text: "Detail", id: `detail-${name}`, given: false, place },
    ],
  }));
  return { name: "index", language: "en", path, layout: "explainer", title: "A hive", sections, ...given };
}

const INDEX = page("index.html");
const LEGAL = page("legal.html", { name: "legal", layout: "prose", title: "Legal" });
const GERMAN = page("de/index.html", { language: "de", title: "Bienen im Stock" });
const GERMAN_LEGAL = page("de/legal.html", { ...LEGAL, path: "de/legal.html", language: "de" });

function open(of: Page, { site = SITE, mode = "build" }: { site?: Site; mode?: Mode } = {}): Sheet {
  const document: Document = {
    site,
    pages: [INDEX, LEGAL, GERMAN, GERMAN_LEGAL],
    changesPages: [],
    translations: [],
    history: { state: "no-repository", changes: [] },
    files: new Set(),
    pictures: new Map(),
    flows: new Set(["images/hive.flow.yaml"]),
    sources: new Map(),
    problems: [],
  };
  const assets = {
    styles: "s",
    beforePaint: "b",
    rare: "r",
    late: "l",
    search: { styles: "", script: "" },
    places: "",
    script: "j",
    flows: { styles: "fs", late: "fl", script: "fj" },
    tokens: TOKENS,
  };
  return sheetOf(of, document, { words: {}, assets, index: "search-1.js", places: "places-1.js", mode });
}

describe("a sheet", () => {
  it("has what flows need only where one is shown, and in a preview", () => {
    const [section] = INDEX.sections;
    const use = { address: "", alternative: "", place: { file: "a.md", line: 1, column: 1 } };
    const withPicture = (file: string): Page => ({
      ...INDEX,
      sections: section === undefined ? [] : [{ ...section, pictures: [{ ...use, file }] }],
    });
    expect(open(withPicture("images/hive.flow.yaml"))).toMatchObject({
      styles: "s\nfs",
      late: expect.stringMatching(/^l\nfl\n/),
      script: "j\nfj",
    });
    expect(open(withPicture("images/hive.png"))).toMatchObject({ styles: "s", script: "j" });
    const preview = open(INDEX, { mode: "preview" });
    expect(preview).toMatchObject({ late: "", script: "j\nfj" });
    expect(preview.styles).toMatch(/^s\nfs\nl\nfl\n/);
  });

  it.each([
    ['<p>Honey<sup class="footnote-ref">1</sup></p>', {}, true],
    ['<td class="align-right">1</td>', {}, true],
    ["<hr>", {}, true],
    ["<p>Honey</p>", { language: "he" }, true],
    ["<p>Honey</p>", {}, false],
  ])(
    "has the looks of what is rare before the words only where there is some: %j %j",
    (html, given, isEarly) => {
      const of = page("index.html", given);
      const { styles, late } = open({ ...of, sections: of.sections.map((one) => ({ ...one, html })) });
      expect([styles, late].map((text) => text.split("\n").includes("r"))).toEqual([isEarly, !isEarly]);
    },
  );

  it("has the shapes of its drawings apart, but not in a preview, which exchanges parts of the page", () => {
    const of = page("index.html");
    const use = { file: "images/hive.flow.yaml", address: "", alternative: "", place };
    const html = '<svg class="flow__drawing flow__drawing--wide"><path d="M0 0"/></svg>';
    const sections = of.sections.map((one, at) => (at === 1 ? { ...one, html, pictures: [use] } : one));
    const built = open({ ...of, sections });
    expect([...built.withoutShapes.keys()]).toEqual(["hive"]);
    expect(built.withoutShapes.get("hive")).toContain('<use href="#flow-shapes-1"/>');
    expect(built.shapes).toBe('<g id="flow-shapes-1"><path d="M0 0"/></g>');
    const preview = open({ ...of, sections }, { mode: "preview" });
    expect([preview.withoutShapes.size, preview.shapes]).toEqual([0, ""]);
  });

  it.each([
    [INDEX, "https://bees.example/", "", "index.html"],
    [LEGAL, "https://bees.example/legal", "", "index.html"],
    [GERMAN, "https://bees.example/de/", "../", "index.html"],
    [GERMAN_LEGAL, "https://bees.example/de/legal", "../", "index.html"],
  ])("knows where its page is published and lies: %#", (of, canonical, root, home) => {
    expect(open(of)).toMatchObject({ canonical, root, home });
  });

  it.each([
    [INDEX, "Bees: A hive"],
    [page("index.html", { title: "All about bees" }), "All about bees"],
    [LEGAL, "Legal – Bees"],
    [GERMAN, "Bienen im Stock"],
  ])("has a title that names the site once: %#", (of, title) => {
    expect(open(of).title).toBe(title);
  });

  it("takes what a language does not have from the first one", () => {
    expect(open(GERMAN).description).toBe("How a hive works");
  });

  it("lists the sections after the opening, or a page's own second headings, in its contents", () => {
    expect(open(INDEX).contents).toEqual([
      { name: "hive", nav: "The hive", href: "#hive" },
      { name: "honey", nav: "The honey", href: "#honey" },
    ]);
    const [first, ...more] = open(LEGAL).contents;
    expect(first).toEqual({ name: "größer-bees", nav: "More bees", href: "#gr%C3%B6%C3%9Fer-bees" });
    expect(more).toHaveLength(2);
  });

  it("leads to the pages of its language alone, by their short names", () => {
    expect(open(GERMAN_LEGAL).pages).toEqual([
      { name: "index", title: "Bienen", href: "index.html", current: false },
      { name: "legal", title: "The bees", href: "legal.html", current: true },
    ]);
  });

  it.each([
    ["en", "ltr"],
    ["de", "ltr"],
    ["ja", "ltr"],
    ["sr-Latn", "ltr"],
    ["ar", "rtl"],
    ["he", "rtl"],
    ["fa-IR", "rtl"],
    ["ur", "rtl"],
    ["az-Arab", "rtl"],
    ["ar-Latn", "ltr"],
  ])("is written in the direction of its language: %s %s", (language, direction) => {
    expect(open(page("index.html", { language })).direction).toBe(direction);
  });

  it("leads to where mistakes are reported, when the site has a repository", () => {
    expect(open(INDEX).mistake).toBe("https://forge.example/bees/site/issues/new");
    const { repository: _, ...site } = SITE;
    expect(open(INDEX, { site }).mistake).toBeUndefined();
  });

  it("counts visits to the published page, never to a preview", () => {
    expect(open(INDEX).analytics).toBe(SITE.analytics);
    expect(open(INDEX, { mode: "check" }).analytics).toBe(SITE.analytics);
    expect(open(INDEX, { mode: "preview" })).toMatchObject({ analytics: undefined, preview: true });
  });

  it("gives legal facts as texts", () => {
    expect(open(LEGAL).site.legal).toEqual({ email: "queen@bees.example", phone: null });
  });
});

// This repository's own site, held against what it promises; independent of the rules in src/checks/.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Parser } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/build.ts";
import { git } from "../../src/history/git.ts";
import type { Outcome } from "../../src/microsite.ts";
import { PROJECT } from "../../src/project.ts";

interface Found {
  readonly ids: Set<string>;
  readonly links: string[];
  /** The text of each section, without white space. */
  readonly words: Map<string, string>;
  /** Attributes that a strict policy forbids. */
  readonly forbidden: string[];
}

let outcome: Outcome;
const pages = new Map<string, Found>();
beforeAll(async () => {
  outcome = await run({ folder: PROJECT, mode: "check" });
  for (const { page, html } of outcome.pages) {
    const found: Found = { ids: new Set(), links: [], words: new Map(), forbidden: [] };
    let section: string | undefined;
    const add = (text: string): void => {
      if (section === undefined) return;
      found.words.set(section, (found.words.get(section) ?? "") + text.replace(/\s/g, ""));
    };
    new Parser({
      onopentag(tag, attributes) {
        const { id, href } = attributes;
        if (id !== undefined) found.ids.add(id);
        if (tag === "a" && href !== undefined) found.links.push(href);
        if (tag === "section") section = attributes["aria-labelledby"];
        add(attributes.alt ?? attributes["aria-label"] ?? "");
        found.forbidden.push(...Object.keys(attributes).filter((name) => /^(style|on.+)$/.test(name)));
      },
      ontext: add,
    }).end(html);
    pages.set(page.path, found);
  }
});

const read = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const published = parse(read("tests/fixtures/published-addresses.yaml"));
const settings = parse(read("content/_data/site.yaml"));
const sectionNames = (settings.sections as (string | { name: string })[]).map((entry) =>
  typeof entry === "string" ? entry : entry.name,
);
const explainer = () => outcome.document.pages.find((page) => page.path === "index.html");

describe("the site of this repository", () => {
  it("has no error", () => {
    expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has every section of the first draft, in its order, with headings and words", () => {
    expect(sectionNames).toEqual([
      "gitops",
      "what",
      "why",
      "how",
      "principles",
      "faq",
      "tooling",
      "resources",
      "authors",
    ]);
    const sections = explainer()?.sections ?? [];
    expect(sections.map(({ name }) => name)).toEqual(sectionNames);
    for (const { blocks, headings, name } of sections) {
      expect(headings.length, name).toBeGreaterThan(0);
      expect(blocks.filter(({ kind }) => kind === "paragraph").length, name).toBeGreaterThan(0);
    }
  });

  it("has the words of every section on its page", () => {
    for (const { path, sections } of outcome.document.pages) {
      const { words } = pages.get(path) ?? {};
      for (const { name, blocks } of sections) {
        const lost = blocks
          .map(({ text }) => text.replace(/\s/g, ""))
          .filter((text) => !words?.get(name)?.includes(text));
        // Signs of footnotes stand between the words on the page, so a few blocks are not found like this.
        expect(lost.length, `${path}#${name}`).toBeLessThanOrEqual(blocks.length / 20);
      }
      expect([...(words?.keys() ?? [])]).toEqual(sections.map(({ name }) => name));
    }
  });

  it("draws push, pull, their comparison, many applications and promotion, in each language", () => {
    for (const { path, sections } of outcome.document.pages.filter(({ name }) => name === "index")) {
      const shown = sections.flatMap(({ pictures }) => pictures.flatMap(({ file }) => file ?? []));
      const flows = shown.filter((file) => file.endsWith(".flow.yaml"));
      const names = ["push", "pull", "push", "pull", "multiple", "environments"];
      expect(flows, path).toEqual(names.map((name) => `images/${name}.flow.yaml`));
    }
    // Each address that other sites show has its flow.
    for (const path of published.images as string[]) {
      expect(outcome.document.flows).toContain(path.replace(/^\/(.*)\.png$/, "$1.flow.yaml"));
    }
  });

  it("holds no style and no code in attributes, as a strict policy wants it", () => {
    for (const [path, { forbidden }] of pages) expect(forbidden, path).toEqual([]);
  });

  it("leads nowhere that is not there", () => {
    let count = 0;
    for (const [path, { links }] of pages) {
      // Feed and editions are no pages; they have tests of their own.
      for (const link of links.filter(
        (address) => !/^[a-z]+:|^changes\.xml$|\.md$|offline\.html$/.test(address),
      )) {
        const [file = "", id] = decodeURI(link).split("#", 2);
        const to = pages.get(file === "" ? path : posix.join(posix.dirname(path), file));
        expect(to, `${link} on ${path}`).toBeDefined();
        if (id) expect(to?.ids.has(id), `${link} on ${path}`).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  it("tells the days that git tells, or none where it does not know them", async () => {
    const { history, pages: documentPages } = outcome.document;
    const sections = documentPages.flatMap((page) => page.sections);
    expect(sections.length).toBeGreaterThan(20);
    for (const { file, changed } of sections) {
      if (history.state !== "whole") expect(changed, file).toBeUndefined();
      // What is not committed has no day.
      if (changed === undefined) continue;
      const seconds = await git(PROJECT, ["log", "-1", "--format=%ct", "--", file]);
      const own = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
      // A list or a picture may have changed later than the text.
      expect(changed >= own, file).toBe(true);
    }
  });

  it("answers every address that was ever published", () => {
    const ids: string[] = published.ids;
    expect(ids.length).toBeGreaterThan(35);
    const legal: string[] = published.legal_ids;
    for (const folder of ["", "de/"]) {
      expect(ids.filter((id) => !pages.get(`${folder}index.html`)?.ids.has(id))).toEqual([]);
      expect(legal.filter((id) => !pages.get(`${folder}legal.html`)?.ids.has(id))).toEqual([]);
      const paths = (published.pages as { path: string }[]).map(({ path }) => path.slice(1));
      expect(paths.filter((path) => !pages.has(`${folder}${path}.html`))).toEqual([]);
    }
  });

  it("keeps every address that was ever published in the ledger", () => {
    const ledger = parse(read("content/_data/addresses.yaml"));
    for (const [path, ids] of [
      ["/", published.ids],
      ["/legal", published.legal_ids],
    ]) {
      expect(ids.filter((id: string) => !ledger.pages[path].includes(id))).toEqual([]);
    }
    expect(published.images.filter((image: string) => !ledger.images.includes(image))).toEqual([]);
    for (const { path, earlier = [] } of published.pages as { path: string; earlier?: string[] }[]) {
      expect(Object.keys(ledger.pages)).toContain(path);
      expect(earlier.map((old) => ledger.redirects[old])).toEqual(earlier.map(() => path));
    }
  });

  it("sends nobody to a domain that was taken over", () => {
    const links = [...pages.values()].flatMap((page) => page.links);
    expect(
      links.filter(
        (link) =>
          /weave\.works|twitter\.com|simpleanalytics\.io/.test(link) &&
          !link.startsWith("https://web.archive.org/"),
      ),
    ).toEqual([]);
  });

  it("says it in 6,000 to 7,500 words", () => {
    // Words of headings, paragraphs and cells; code and the lists kept as data are not counted.
    const blocks = explainer()?.sections.flatMap((section) => section.blocks) ?? [];
    const words = blocks
      .filter(({ kind }) => kind !== "code")
      .flatMap(({ text }) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []);
    expect(words.length).toBeGreaterThanOrEqual(6000);
    expect(words.length).toBeLessThanOrEqual(7500);
  });

  it("is whole in German: the same sections, headings, code and pictures", () => {
    for (const [path, other] of [
      ["index.html", "de/index.html"],
      ["tutorial.html", "de/tutorial.html"],
      ["glossary.html", "de/glossary.html"],
      ["legal.html", "de/legal.html"],
    ]) {
      const [english, german] = [path, other].map((name) =>
        outcome.document.pages
          .find((page) => page.path === name)
          ?.sections.map((section) => ({
            name: section.name,
            headings: section.headings.map(({ id, level }) => `${level} ${id}`),
            code: section.blocks.filter(({ kind }) => kind === "code").map(({ text }) => text),
            pictures: section.pictures.map(({ file }) => file),
          })),
      );
      expect(english?.length).toBeGreaterThan(0);
      expect(german).toEqual(english);
    }
  });

  it("names, in each translation, the very text that it was made from", () => {
    const files = [...outcome.document.files].filter((file) => /^content\/de\/.*\.md$/.test(file));
    expect(files.length).toBe(12);
    for (const file of files) {
      const bytes = Buffer.from(read(file.replace("/de/", "/en/")));
      const blob = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
      expect(/^source: (\w+)$/m.exec(read(file))?.[1], file).toBe(blob);
    }
  });

  it("explains its words, in each language by its own alphabet", () => {
    for (const [path, language] of [
      ["glossary.html", "en"],
      ["de/glossary.html", "de"],
    ] as const) {
      const html = outcome.pages.find(({ page }) => page.path === path)?.html ?? "";
      const terms = [...html.matchAll(/<dfn>([^<]*)<\/dfn>/g)].map(([, term = ""]) => term);
      expect(terms.length).toBeGreaterThanOrEqual(30);
      expect(terms).toEqual(terms.toSorted(new Intl.Collator(language).compare));
      for (const term of [/^(Drift)$/, /^(Desired state|Soll-Zustand)$/]) {
        expect(terms.some((word) => term.test(word))).toBe(true);
      }
    }
  });

  it("says whose words it quotes, with a source", () => {
    const html = outcome.pages.map((page) => page.html).join("");
    const quotes = html.match(/<figure class="quote">[\s\S]*?<\/figure>/g) ?? [];
    expect(quotes.length).toBeGreaterThanOrEqual(5);
    for (const quote of quotes) expect(quote).toMatch(/<figcaption>— .+<a href="https:/);
    for (const words of [
      "Stop scripting and start shipping",
      "kubectl is the new ssh",
      "safely ship updates many times a day",
      "not just an audit log",
    ]) {
      expect(
        quotes.some((quote) => quote.includes(words)),
        words,
      ).toBe(true);
    }
  });

  it("shows both authors with their portraits", () => {
    for (const name of ["Florian Beetz", "Simon Harrer"]) expect(outcome.pages[0]?.html).toContain(name);
    for (const file of ["florian-beetz", "simon-harrer"]) {
      expect(existsSync(join(PROJECT, "images/authors", `${file}.png`))).toBe(true);
      expect(outcome.pages[0]?.html).toMatch(new RegExp(`${file}-[0-9a-f]{8}-\\d+\\.avif`));
    }
  });
});

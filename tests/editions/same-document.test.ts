// Each edition says what the document says: its words, headings, links and figures, in its order, and nothing else.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { makeEpub } from "../../src/editions/epub/make-epub.ts";
import type { Outcome } from "../../src/microsite.ts";
import type { Page } from "../../src/model.ts";
import { PROJECT } from "../../src/project.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";
import { compareWords } from "./compare.ts";
import { deadEnds, openEpub, readEpub } from "./open-epub.ts";
import { type Found, readHtml, readMarkdown } from "./read.ts";
import { type Said, saidBy } from "./said.ts";

interface Built {
  readonly outcome: Outcome;
  readonly output: string;
  readonly read: (path: string) => Promise<string>;
}

async function built(site: string): Promise<Built> {
  const output = join(await emptyFolder(afterAll), "out");
  const outcome = await run({ folder: site }, output);
  return { outcome, output, read: (path) => readFile(join(output, path), "utf8") };
}

async function smallSite(): Promise<string> {
  const folder = await emptyFolder(afterAll);
  await writeFiles(folder, SMALL_SITE);
  return folder;
}

function expectSame(found: Found, said: Said, language: string): void {
  expect(compareWords(said, found, language)).toEqual({ lost: [], added: [] });
  expect(found.headings).toEqual(said.headings);
  expect(found.links).toEqual(said.links);
  expect(found.figures).toEqual(said.figures);
  expect(found.fragments.filter((id) => !found.ids.has(id))).toEqual([]);
}

describe.each([
  ["this repository's site", async () => PROJECT, 12_000],
  ["a small site", smallSite, 30],
] as const)("the editions of %s", (_, site, leastWords) => {
  let { outcome, output, read } = {} as Built;
  const address = (): string => outcome.document.site.address;
  const saidIn = (pages: readonly Page[]): Said => saidBy(pages, outcome.document);
  beforeAll(async () => {
    ({ outcome, output, read } = await built(await site()));
  });

  it("are those of a document that says something", () => {
    const { runs, headings, links, figures } = saidIn(outcome.document.pages);
    const counts = [runs.flat(), headings, links, figures].map(({ length }) => length);
    expect(counts[0]).toBeGreaterThan(leastWords);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it("say it on the web", () => {
    // What git tells of a site is no part of what its document says.
    const told = outcome.pages.filter(({ page }) => outcome.document.pages.includes(page));
    expect(told.length).toBeGreaterThan(1);
    for (const { page, html } of told) {
      expectSame(readHtml(html, address()), saidIn([page]), page.language);
    }
  });

  it("say it in one file for offline reading", async () => {
    for (const page of outcome.document.pages.filter(({ layout }) => layout === "explainer")) {
      const html = await read(page.path.replace("index.html", "offline.html"));
      expectSame(readHtml(html, address()), saidIn([page]), page.language);
    }
  });

  it("say it in Markdown", async () => {
    for (const page of outcome.document.pages) {
      const copy = await read(page.path.replace(/html$/, "md"));
      expectSame(readMarkdown(copy, address()), saidIn([page]), page.language);
    }
  });

  it("say it in a book of each language, all pages in it", async () => {
    const { site, pages } = outcome.document;
    for (const language of site.languages) {
      const book = openEpub(await makeEpub(language, { ...outcome, folder: output }));
      const said = saidIn(pages.filter((page) => page.language === language));
      expectSame(readEpub(book, address()), said, language);
      expect(deadEnds(book)).toEqual([]);
    }
  });

  it("say it to language models, all pages in one file", async () => {
    for (const language of outcome.document.site.languages) {
      const pages = outcome.document.pages.filter((page) => page.language === language);
      const folder = language === outcome.document.site.languages[0] ? "" : `${language}/`;
      const whole = await read(`${folder}llms-full.txt`);
      const copies = await Promise.all(pages.map(({ path }) => read(path.replace(/html$/, "md"))));
      expect(whole).toBe(copies.join("\n"));
      const list = await read(`${folder}llms.txt`);
      for (const { path } of pages) expect(list).toContain(`(${address()}/${path.replace(/html$/, "md")})`);
    }
  });
});

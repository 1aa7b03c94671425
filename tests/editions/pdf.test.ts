// The book on paper, printed by a real browser and read as readers of PDFs read it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { addAuthors } from "../../src/editions/pdf/add-authors.ts";
import { makePdf } from "../../src/editions/pdf/make-pdf.ts";
import type { Outcome } from "../../src/microsite.ts";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { lettersOf, lostWords, type Paper, readPaper } from "../support/paper.ts";
import { SMALL_SITE } from "../support/small-site.ts";
import { saidBy, wordsIn } from "./said.ts";

const LANGUAGES = ["en", "de"];

interface Book {
  readonly bytes: Uint8Array;
  readonly paper: Paper;
}

let outcome: Outcome;
const books = new Map<string, Book>();
beforeAll(async () => {
  const folder = join(await emptyFolder(afterAll), "site");
  outcome = await run({ folder: PROJECT }, folder);
  for (const language of LANGUAGES) {
    const bytes = await makePdf(language, { ...outcome, folder });
    books.set(language, { bytes, paper: await readPaper(bytes) });
  }
});

const paperIn = (language: string): Paper => books.get(language)?.paper as Paper;
const pagesIn = (language: string) => outcome.document.pages.filter((page) => page.language === language);

describe.each(LANGUAGES)("the book on paper, in %s", (language) => {
  it("has every word, heading and address of the document", () => {
    const { pages, links, alternatives } = paperIn(language);
    const said = saidBy(pagesIn(language), outcome.document);
    const drawn = new Set(said.figures.map((alternative) => wordsIn(alternative).join(" ")));
    const runs = said.runs.map((run) => run.join(" "));
    const told = runs.filter((run) => !drawn.has(run)).join(" ");
    expect(said.figures.filter((words) => words !== "" && !alternatives.includes(words))).toEqual([]);
    expect(told.length).toBeGreaterThan(40_000);
    expect(lostWords(told, pages.join("\n"))).toEqual([]);
    const letters = lettersOf(pages.join(""));
    const addresses = said.links.flatMap((link) => /→ (.*)$/.exec(link)?.[1] ?? []);
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((address) => !letters.includes(lettersOf(address)))).toEqual([]);
    expect(addresses.filter((address) => !links.includes(new URL(address).href))).toEqual([]);
  });

  it("has an outline of all headings", () => {
    const { headings } = saidBy(pagesIn(language), outcome.document);
    expect(paperIn(language).outline).toEqual(headings);
  });

  it("says in its contents, and beside its links, on which page a heading stands", () => {
    const { pages, targets } = paperIn(language);
    const headings = pagesIn(language).flatMap((page) =>
      page.sections.flatMap(({ headings }) =>
        headings
          .filter(({ level }) => level <= 3)
          .map(({ id, text }) => ({ id: page.layout === "explainer" ? id : `${page.name}--${id}`, text })),
      ),
    );
    const contents = lettersOf(pages.slice(1, 3).join(""));
    for (const { id, text } of headings) {
      const page = targets.get(id);
      expect(lettersOf(pages[(page ?? 0) - 1] ?? ""), `${text} on ${page}`).toContain(lettersOf(text));
      expect(contents).toContain(lettersOf(`${text}${page}`));
    }
    const [, decision] = /push and pull side by side ?›(\d+)/.exec(pages.join(" ")) ?? [];
    if (language === "en") expect(Number(decision)).toBe(targets.get("side-by-side"));
  });

  it("is tagged, and says what it is called, whose it is and in which language", () => {
    const { tags, about } = paperIn(language);
    for (const tag of ["H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure", "Link"])
      expect(tags).toContain(tag);
    expect(about).toMatchObject({
      Title: "GitOps",
      Author: "Florian Beetz, Simon Harrer",
      Language: language,
    });
  });

  it("has its number on each page but the first", () => {
    const { pages } = paperIn(language);
    const without = pages.flatMap((text, index) =>
      text.split("\n").includes(`${index + 1}`) ? [] : [index + 1],
    );
    expect(without).toEqual([1]);
  });
});

describe("a book on paper", () => {
  let site: string;
  let output: string;
  beforeAll(async () => {
    site = await emptyFolder(afterAll);
    output = join(site, "books");
    await writeFiles(site, SMALL_SITE);
    const words = ["editions", site, "-o", output, "--only", "pdf", "--paper", "letter"];
    const { status, stdout, stderr } = await broadsheet(words);
    if (status !== 0) throw new Error(stdout + stderr);
  });

  it("is printed on Letter where that is asked for", async () => {
    const { width, height, about } = await readPaper(await readFile(join(output, "small.pdf")));
    expect([width, height]).toEqual([216, 279]);
    expect(about).toMatchObject({ Title: "Small" });
    expect(about).not.toHaveProperty("Author");
  });

  it("is not printed with holes where no font has a letter", async () => {
    const folder = await emptyFolder();
    // Nag Mundari, which next to no machine has a font for.
    await writeFiles(folder, {
      ...SMALL_SITE,
      "content/en/why.md": "# Why\n\nBecause of \u{1E4D0}\u{1E4D1}.\n",
    });
    const { status, stderr } = await broadsheet([
      "editions",
      folder,
      "-o",
      join(folder, "out"),
      "--only",
      "pdf",
    ]);
    expect(stderr).toContain(
      "no font of this machine has 2 letters such as \u{1E4D0} \u{1E4D1}; install one",
    );
    expect(status).toBe(2);
  });

  it("says the way out where there is no browser", async () => {
    const words = ["editions", site, "-o", join(site, "others"), "--only", "pdf"];
    const { status, stderr } = await broadsheet(words, { env: { CHROME_PATH: join(site, "chrome") } });
    expect(status).toBe(2);
    expect(stderr).toContain("that CHROME_PATH names; install Chrome or Chromium");
    expect(stderr).not.toContain("    at ");
  });

  it("keeps what it had when its authors are added, whatever they are called", async () => {
    const bytes = await readFile(join(output, "small.pdf"));
    const { about, pages } = await readPaper(addAuthors(bytes, ["Zoë (Ж)", "李"]));
    expect(about).toMatchObject({ Author: "Zoë (Ж), 李", Title: "Small" });
    expect(pages).toEqual((await readPaper(bytes)).pages);
    expect(() => addAuthors(Buffer.from("%PDF-1.7"), ["A"])).toThrow(
      "Cannot find where the PDF tells of itself",
    );
  });
});

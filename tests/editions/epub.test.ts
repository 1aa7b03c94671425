// A book that `npm run editions` has written, opened as a reading system opens it.

import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DomUtils } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { commit } from "../support/repository.ts";
import { SMALL_SITE, settings } from "../support/small-site.ts";
import { elementsOf, type OpenBook, openEpub } from "./open-epub.ts";

const PEOPLE = {
  "content/_data/people.yaml": "kind: people\npeople:\n  - { name: Maya & Willi }\n  - { name: Flip }\n",
  "content/_data/site.yaml": settings(
    "licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }\n",
  ).replace("  - how\n", "  - { name: how, shows: people }\n"),
};

async function write(site: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const output = join(await emptyFolder(afterAll), "books");
  const { status, stdout, stderr } = await broadsheet(["editions", site, "-o", output, "--only", "epub"], {
    env,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return output;
}

async function open(output: string, name: string): Promise<OpenBook> {
  return openEpub(await readFile(join(output, name)));
}

function textsOf(xml: string, name: string, property?: string): string[] {
  const found = elementsOf(xml, name).filter(({ attribs }) => attribs.property === property);
  return found.map((element) => DomUtils.textContent(element));
}

describe("a book", () => {
  let site: string;
  let output: string;
  let book: OpenBook;
  beforeAll(async () => {
    site = await emptyFolder(afterAll);
    await commit(site, { ...SMALL_SITE, ...PEOPLE }, { at: "2026-03-01T23:30:00-02:00" });
    output = await write(site);
    book = await open(output, "small.epub");
  });

  it("says whose it is, in which language, where its words stand, and what one may do with them", () => {
    const about = Object.fromEntries(
      ["identifier", "title", "language", "creator", "description", "rights"].map((name) => [
        name,
        textsOf(book.package, `dc:${name}`).join("; "),
      ]),
    );
    expect(about).toEqual({
      identifier: "https://small.example/",
      title: "Small",
      language: "en",
      creator: "Maya & Willi; Flip",
      description: "A site for tests",
      rights: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    });
  });

  it("has the date of the last commit that changed it", () => {
    expect(textsOf(book.package, "dc:date")).toEqual(["2026-03-02T01:30:00Z"]);
    expect(textsOf(book.package, "meta", "dcterms:modified")).toEqual(["2026-03-02T01:30:00Z"]);
    expect(book.text("title.xhtml")).toContain('<time datetime="2026-03-02">March 2, 2026</time>');
  });

  it("has no date where no commit tells one", async () => {
    const folder = await emptyFolder();
    await writeFiles(folder, SMALL_SITE);
    const undated = await open(await write(folder), "small.epub");
    expect(textsOf(undated.package, "dc:date")).toEqual([]);
    expect(textsOf(undated.package, "meta", "dcterms:modified")).toEqual(["1980-01-01T00:00:00Z"]);
    expect(undated.text("title.xhtml")).not.toContain("<time");
  });

  it("has a chapter for each section and each page, and lists them with their headings", () => {
    const chapters = ["sections/hello", "sections/why", "sections/how", "pages/notes"];
    expect(book.read).toEqual(["cover", "title", "nav", ...chapters].map((name) => `${name}.xhtml`));
    const [contents] = elementsOf(book.text("nav.xhtml"), "nav");
    const links = DomUtils.getElementsByTagName("a", contents?.children ?? []);
    expect(links.map((link) => `${link.attribs.href} ${DomUtils.textContent(link)}`)).toEqual([
      "sections/hello.xhtml Hello",
      "sections/why.xhtml Why",
      "sections/how.xhtml How",
      "sections/how.xhtml#in-steps In steps",
      "pages/notes.xhtml Notes",
      "pages/notes.xhtml#small-print Small print",
    ]);
  });

  it("turns its pages as its language is read", async () => {
    const bees = await write(join(PROJECT, "tests/fixtures/rtl"));
    const directionOf = async (name: string): Promise<string | undefined> => {
      const { package: text } = await open(bees, name);
      return elementsOf(text, "spine")[0]?.attribs["page-progression-direction"];
    };
    expect(await directionOf("bees.epub")).toBe("ltr");
    expect(await directionOf("he/bees.epub")).toBe("rtl");
  });

  it("is the same, byte for byte, wherever and whenever the same commit is written", async () => {
    const first = await readTree(output);
    expect(Object.keys(first)).toEqual(["editions.json", "small.epub"]);
    expect(await readTree(await write(site, { TZ: "Pacific/Kiritimati" }))).toEqual(first);
    expect(await readTree(await write(site, { TZ: "America/Los_Angeles" }))).toEqual(first);
  });
});

describe("the books of this repository's site", () => {
  let own: string;
  beforeAll(async () => {
    own = await write(PROJECT);
  });

  it("show pictures in the forms that every reader knows, and ask the network for nothing", async () => {
    for (const name of ["gitops.epub", "de/gitops.epub"]) {
      const { files, text } = await open(own, name);
      const kinds = new Set([...files.keys()].map((path) => path.split(".").at(-1)));
      expect([...kinds].sort()).toEqual(["css", "png", "xhtml"]);
      for (const path of files.keys()) {
        if (path.endsWith(".png")) continue;
        expect(text(path)).not.toMatch(/<script|<style|srcset|\ssrc="(?:https?:)?\/\/|url\(|@import/);
      }
    }
  });

  it("have one drawing of each flow, with its steps unfolded", async () => {
    const { text } = await open(own, "gitops.epub");
    const drawings = elementsOf(text("sections/how.xhtml"), "svg").filter(
      ({ attribs }) => attribs.role === "img",
    );
    expect(drawings.length).toBeGreaterThan(4);
    const labels = drawings.map(({ attribs }) => attribs["aria-label"]);
    expect(new Set(labels).size).toBe(labels.length);
    // On the web page the shapes stand at its end.
    for (const drawing of drawings) {
      expect(DomUtils.getElementsByTagName("rect", drawing).length).toBeGreaterThan(3);
    }
    expect(text("sections/how.xhtml")).not.toContain("<use");
    expect(text("sections/how.xhtml")).not.toMatch(/<details|<summary/);
  });
});

describe("the editions", () => {
  it("stay as they are where the site has errors, which are told", async () => {
    const site = await emptyFolder();
    await writeFiles(site, SMALL_SITE);
    const output = join(site, "books");
    expect((await broadsheet(["editions", site, "-o", output])).status).toBe(0);
    const before = await readTree(output);
    await writeFiles(site, { "content/en/how.md": "# How\n\nSee [why](why.md#wings).\n" });
    const { status, stdout, stderr } = await broadsheet(["editions", site, "-o", output]);
    expect(status).toBe(1);
    expect(stdout).toContain('how.md:3:11: Cannot find heading "#wings" in content/en/why.md');
    expect(stderr).toContain(`Not written: 1 error. "${output}" is as it was\n`);
    expect(await readTree(output)).toEqual(before);
    expect((await readdir(site)).sort()).toEqual(["books", "content", "images"]);
  });

  it("take the place of earlier ones, but of nobody's books", async () => {
    const site = await emptyFolder();
    await writeFiles(site, SMALL_SITE);
    const output = join(site, "books");
    await mkdir(output);
    await writeFiles(output, { "novel.epub": "" });
    const refused = await broadsheet(["editions", site, "-o", output]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("it holds other files; name a new folder, or empty it");
    expect(await readdir(output)).toEqual(["novel.epub"]);
    const own = join(site, "own");
    await broadsheet(["editions", site, "-o", own, "--only", "epub"]);
    const renamed = settings().replace("Small", "Tiny");
    await writeFiles(site, { "content/_data/site.yaml": renamed });
    expect((await broadsheet(["editions", site, "-o", own, "--only", "epub"])).status).toBe(0);
    expect((await readdir(own)).sort()).toEqual(["editions.json", "tiny.epub"]);
  });
});

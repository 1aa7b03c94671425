// The page and the feed of changes, printed from real repositories and read back.

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { blobId } from "../../src/history/blobs.ts";
import { emptyFolder, type Files, readTree } from "../support/folders.ts";
import { commit, git } from "../support/repository.ts";
import { SMALL_SITE, settings } from "../support/small-site.ts";
import { TWO_LANGUAGES } from "../support/two-languages.ts";

const at = (day: number, hour = 12): string => `2026-03-0${day}T${hour}:00:00Z`;
const HONEY = "# Honey\n\nAnother line, of the [hive](hive.md).\n";

/** Bees in two languages, with a past of several kinds. */
async function bees(): Promise<string> {
  const folder = await emptyFolder();
  await commit(folder, TWO_LANGUAGES, { at: at(1), message: "docs: describe bees" });
  await commit(folder, { "README.md": "Bees\n" }, { at: at(2), message: "Tell of the repository" });
  await commit(folder, { "content/en/honey.md": HONEY }, { at: at(3), message: 'Say "a < b" & more (#7)' });
  const german = `${TWO_LANGUAGES["content/de/honey.md"]}\nMehr.\n`;
  await commit(folder, { "content/de/honey.md": german }, { at: at(3, 13), message: "Bring it over" });
  const marked = german.replace(/source: .*/, `source: ${blobId(HONEY)}`);
  await commit(
    folder,
    { "content/de/honey.md": marked },
    { at: at(4), message: "Note what it was made from" },
  );
  await commit(
    folder,
    { "content/en/hive.md": `${TWO_LANGUAGES["content/en/hive.md"]}\n` },
    { at: at(4), message: "chore: end the file" },
  );
  return folder;
}

async function built(folder: string) {
  const output = join(await emptyFolder(), "out");
  const { pages, document, problems } = await run(
    { folder, mode: "build", cache: await emptyFolder() },
    output,
  );
  const read = (path: string): Promise<string> => readFile(join(output, path), "utf8");
  const htmlOf = (path: string): string => pages.find(({ page }) => page.path === path)?.html ?? "";
  return { output, document, problems, read, htmlOf };
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** A strict reader: what is not closed, or closed twice, is an error. */
function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name, isImplied) {
        const { name: own } = open.pop() ?? {};
        const isEmpty = xml.includes(`<${name} `) && name === "link";
        if (own !== name || (isImplied && !isEmpty)) throw new Error(`<${own}> is closed by </${name}>`);
      },
    },
    { xmlMode: true },
  ).end(xml);
  return root.children.find(({ name }) => name === "feed") ?? root;
}

const textOf = ({ children }: Element, name: string): string =>
  children.find((child) => child.name === name)?.text ?? "";
const hrefOf = ({ children }: Element, rel: string): string =>
  children.find(({ name, attributes }) => name === "link" && attributes.rel === rel)?.attributes.href ?? "";

describe("the page of changes", () => {
  it("tells, day by day, what has changed in its language", async () => {
    const { htmlOf, problems } = await built(await bees());
    const [english, german] = [htmlOf("changes.html"), htmlOf("de/changes.html")];
    const told = (html: string): string[] =>
      [
        ...html.matchAll(
          /<h2 id="([^"]*)"|changes__words" lang="en">([^<]*)|<a href="([^"]*#[^"]*)">([^<]*)<\/a>\s*<\/span><\/li>/g,
        ),
      ].map(([, day, words, href, title]) => day ?? words ?? `${href} ${title}`);
    expect(told(english)).toEqual([
      "on-2026-03-03",
      "Say &quot;a &lt; b&quot; &amp; more",
      "index.html#honey Honey",
      "on-2026-03-01",
      "Describe bees",
      "index.html#honey Honey",
    ]);
    expect(told(german)).toEqual([
      "on-2026-03-03",
      "Bring it over",
      "index.html#honey Honig",
      "on-2026-03-01",
      "Describe bees",
      "index.html#honey Honig",
    ]);
    expect(german).toContain('<h1 id="changes">Änderungen</h1>');
    expect(german).toContain('<a href="../changes.html" lang="en" hreflang="en" rel="alternate">English</a>');
    expect(problems.filter(({ rule }) => rule !== "translation-stale")).toEqual([]);
  });

  it("leaves merges out, also one in which a conflict was resolved", async () => {
    const folder = await emptyFolder();
    const how = (text: string): Files => ({ "content/en/how.md": `# How\n\n${text}\n` });
    await commit(folder, SMALL_SITE, { message: "First" });
    git(folder, ["checkout", "--quiet", "-b", "two"]);
    await commit(folder, how("Two."), { message: "Second" });
    git(folder, ["checkout", "--quiet", "main"]);
    await commit(folder, how("Three."), { message: "Third" });
    expect(() => git(folder, ["merge", "--quiet", "two"])).toThrow();
    await commit(folder, how("Two and three."), { message: "Bring both together" });
    const { htmlOf } = await built(folder);
    const words = [...htmlOf("changes.html").matchAll(/changes__words"[^>]*>([^<]*)/g)].map(
      (match) => match[1],
    );
    expect(words.sort()).toEqual(["First", "Second", "Third"]);
  });

  it("is found from every page, and its feed by programs", async () => {
    const { htmlOf } = await built(await bees());
    const html = htmlOf("de/index.html");
    expect(html).toContain('<li><a href="changes.html">Änderungen</a></li>');
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Änderungen" href="changes.xml">',
    );
    expect(htmlOf("changes.html")).toContain('<a href="changes.html" aria-current="page">Changes</a>');
  });

  it("names only some parts of a change that touches everything", async () => {
    const names = Array.from({ length: 11 }, (_, index) => `part-${index + 1}`);
    const sections = names.map((name) => [`content/en/${name}.md`, `# The ${name}\n\nText.\n`]);
    const folder = await emptyFolder();
    const files: Files = { ...SMALL_SITE, ...Object.fromEntries(sections) };
    const site = { "content/_data/site.yaml": settings("", ["hello", "why", "how", ...names]) };
    await commit(folder, { ...files, ...site });
    const { htmlOf } = await built(folder);
    const html = htmlOf("changes.html").split('changes__parts">')[1] ?? "";
    expect(html.match(/<a href="index.html#/g)).toHaveLength(8);
    expect(html).toContain("<span>and 7 more</span>");
  });

  it("ends after fifty changes", async () => {
    const folder = await emptyFolder();
    await commit(folder, SMALL_SITE);
    const stream = Array.from(
      { length: 60 },
      (_, index) => `commit refs/heads/main
committer Bee <bee@example.org> ${1773000000 + index} +0000
data <<END
Change ${index}
END
${index === 0 ? "from refs/heads/main^0\n" : ""}M 100644 inline content/en/how.md
data <<END
# How

${index}
END
`,
    ).join("");
    git(folder, ["fast-import", "--quiet"], {}, stream);
    git(folder, ["reset", "--quiet", "--hard"]);
    const { htmlOf } = await built(folder);
    const words = [...htmlOf("changes.html").matchAll(/changes__words"[^>]*>([^<]*)/g)].map(
      (match) => match[1],
    );
    expect([words.length, words[0], words.at(-1)]).toEqual([50, "Change 59", "Change 10"]);
  });

  it("is left out without a history, and where editors have a page of that name", async () => {
    const folder = await bees();
    await rm(join(folder, ".git"), { recursive: true });
    const { output, htmlOf } = await built(folder);
    expect(Object.keys(await readTree(output)).filter((path) => path.includes("changes"))).toEqual([]);
    expect(htmlOf("index.html")).not.toMatch(/changes\.|atom/);

    const own = await emptyFolder();
    const files = { "content/en/pages/changes.md": "# Our changes\n\nNone.\n" };
    await commit(own, { ...SMALL_SITE, ...files, "content/_data/site.yaml": settings("  - changes\n") });
    const { htmlOf: ownHtml, problems } = await built(own);
    expect(problems).toEqual([]);
    expect(ownHtml("changes.html")).toContain("Our changes");
    expect(ownHtml("index.html")).not.toContain("atom");
  });
});

describe("the feed of changes", () => {
  it("is one that programs can follow", async () => {
    const { read } = await built(await bees());
    const xml = await read("de/changes.xml");
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed')).toBe(true);
    const feed = parseXml(xml);
    expect(feed.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "de" });
    expect(textOf(feed, "id")).toBe("https://bees.example/de/changes.xml");
    expect(hrefOf(feed, "self")).toBe("https://bees.example/de/changes.xml");
    expect(hrefOf(feed, "alternate")).toBe("https://bees.example/de/changes");
    expect(textOf(feed, "title")).toBe("Änderungen – Bees");
    expect(textOf(feed, "updated")).toBe(at(3, 13));
    expect(textOf(feed, "author")).toBe("Bees");
  });

  it("has an entry for each change, with an id of its own and absolute links", async () => {
    const folder = await bees();
    const { read } = await built(folder);
    const xml = await read("changes.xml");
    const feed = parseXml(xml);
    // The reader would forgive it.
    expect(xml).not.toMatch(/<(?![\w/?])|&(?!\w+;|#\d+;)/);
    const entries = feed.children.filter(({ name }) => name === "entry");
    const hash = git(folder, ["rev-parse", "HEAD~3"]);
    expect(entries.map((entry) => [textOf(entry, "title"), textOf(entry, "updated")])).toEqual([
      ['Say "a < b" & more', at(3)],
      ["Describe bees", at(1)],
    ]);
    expect(entries.map((entry) => textOf(entry, "id"))[0]).toBe(`https://bees.example/changes.xml#${hash}`);
    expect(entries.map((entry) => hrefOf(entry, "alternate"))[0]).toBe(
      "https://bees.example/changes#on-2026-03-03",
    );
    const links = xml.match(/href="[^"]*"/g) ?? [];
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link.startsWith('href="https://bees.example/'))).toEqual([]);
  });

  it("is the same, byte for byte, in two clones of one commit", async () => {
    const folder = await bees();
    const clone = join(await emptyFolder(), "clone");
    git(folder, ["clone", "--quiet", `file://${folder}`, clone]);
    const [one, two] = [await built(folder), await built(clone)];
    expect(await readTree(one.output)).toEqual(await readTree(two.output));
  });
});

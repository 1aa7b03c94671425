import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { readFrontMatter, readParsed, readPlain } from "../../src/content/front-matter.ts";
import { splitFrontMatter } from "../../src/content/split-front-matter.ts";
import { SETTINGS, writeSmallSite } from "../support/hive.ts";
import { said, writeSite } from "./faults.ts";

const FILE = "content/en/bees.md";

describe("front matter", () => {
  it.each([
    ["nav: Bees", { nav: "Bees" }],
    ["nav: Bees  ", { nav: "Bees" }],
    ["nav: Bees, and more (all) - don’t?!", { nav: "Bees, and more (all) - don’t?!" }],
    ["reviewed: 2026-02-28", { reviewed: "2026-02-28" }],
    ["nav: Bees\nreviewed: 2026-02-28\n", { nav: "Bees", reviewed: "2026-02-28" }],
    ["\n\nreviewed: 2026-02-28\n\nnav: Bees\n", { nav: "Bees", reviewed: "2026-02-28" }],
    ["nav: No", { nav: "No" }],
    ["nav: Yes.", { nav: "Yes." }],
    ["nav: Off", { nav: "Off" }],
    ["nav: A...", { nav: "A..." }],
    ["", {}],
    ["\n", {}],
    [
      "source: 0123456789abcdef0123456789abcdef01234567",
      { source: "0123456789abcdef0123456789abcdef01234567" },
    ],
  ])("is read alike on the short way and by the parser: %j", (text, values) => {
    expect(readPlain(text)).toEqual(values);
    expect(readParsed(text, FILE)).toEqual({ values, problems: [] });
  });

  it.each([
    ["nav: bees", { nav: "bees" }],
    ["nav: 'Bees: all'", { nav: "Bees: all" }],
    ["nav: Größe", { nav: "Größe" }],
    ["nav: Bees # short", { nav: "Bees" }],
    ["nav: Bees\n  and more", { nav: "Bees and more" }],
    ["nav:   Bees", { nav: "Bees" }],
    ["reviewed: '2026-02-28'", { reviewed: "2026-02-28" }],
    ["# nothing yet", {}],
    [`source: "${"1".repeat(40)}"`, { source: "1".repeat(40) }],
  ])("is left to the parser when it is not plain: %j", (text, values) => {
    expect(readPlain(text)).toBeUndefined();
    expect(readFrontMatter(text, FILE)).toEqual({ values, problems: [] });
  });

  it("keeps what is sound beside what is not, and the rest of the site is printed", async () => {
    const wrong = "nav: Bees\nreviewed: 23.11.2026\nsource: abc\n";
    expect(readFrontMatter(wrong, FILE).values).toEqual({ nav: "Bees" });
    const list =
      "kind: table\ncaption: C\nasOf: 22.08.2026\ncolumns: [{ name: a, label: A }]\nrows: [{ a: 1.0 m }]\n";
    const folder = writeSmallSite({
      "content/_data/site.yaml": SETTINGS.replace("[bees, hive]", "[bees, { name: hive, shows: sizes }]"),
      "content/_data/sizes.yaml": list,
      "content/en/bees.md": `---\n${wrong}---\n\n# Bees\n\nA bee is small.\n`,
    });
    const { pages, problems } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
    expect(problems.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
      '3 Cannot use "22.08.2026" for "asOf": give a day as 2026-11-23',
      '3 Cannot use "23.11.2026" for "reviewed": give a day as 2026-11-23',
      expect.stringMatching(/^4 Cannot use "abc" for "source": give the blob id/),
    ]);
    expect(pages[0]?.html).toContain("1.0 m");
  });

  it.each([
    ["nav: True", 'Cannot read "nav": expected a text, found true; put it in quotation marks'],
    ["nav: Null", 'Cannot read "nav": expected a text, found nothing; fill it, or take the key away'],
    ["nav: FALSE  ", 'Cannot read "nav": expected a text, found false; put it in quotation marks'],
    ["nav: ''", 'Cannot use "" for "nav": it is empty; write it'],
    ["nav: A\nnav: B", 'The key "nav" is given twice; keep one of them'],
    ["reviewed: 2026-02-30", 'Cannot use "2026-02-30" for "reviewed": give a day as 2026-11-23'],
    ["reviewed: 2026-13-01", 'Cannot use "2026-13-01" for "reviewed": give a day as 2026-11-23'],
    ["reviewed: today", 'Cannot use "today" for "reviewed": give a day as 2026-11-23'],
    ["source: abc", 'Cannot use "abc" for "source": give the blob id that "git rev-parse HEAD:<file>" names'],
    ["toString: x", 'Unknown key "toString"; take it away, or use one of: nav, reviewed, source'],
    ["layout: page", 'Unknown key "layout"; take it away, or use one of: nav, reviewed, source'],
    ["- nav", "Cannot read this file: expected keys with values, found a list"],
  ])("is told by the parser when it is wrong: %j", (text, message) => {
    expect(readPlain(text)).toBeUndefined();
    expect(readFrontMatter(text, FILE).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it("keeps its lines, and those of the text below it", () => {
    const { frontMatter, body, problems } = splitFrontMatter("---\nnav: Bees\n---\n\n# Bees\n", FILE);
    expect(frontMatter).toBe("\nnav: Bees\n");
    expect(body.split("\n")).toEqual(["", "", "", "", "# Bees", ""]);
    expect(problems).toEqual([]);
  });

  it("ends at a line of dashes, or is said to have no end", () => {
    const parts = splitFrontMatter("---\nnav: Bees\n\n# Bees\n", FILE);
    expect(parts.problems.map(({ message }) => message)).toEqual([
      'Cannot find the end of the front matter; close it with a line "---"',
    ]);
    expect(splitFrontMatter("---\n\nWords.\n", FILE).problems).toEqual([]);
    expect(splitFrontMatter("# Bees\n\n---\n\nnav: Bees\n\n---\n", FILE).frontMatter).toBeUndefined();
    expect(splitFrontMatter("---\n---\n# Bees\n", FILE).frontMatter).toBe("\n");
    expect(splitFrontMatter("---\n---", FILE).body).toBe("\n");
  });

  const NO_END = '1 Cannot find the end of the front matter; close it with a line "---"';
  it.each([
    ["---\nnav: Bees\n\n# Bees\n\nText\n\n---\n\nMore\n", [NO_END], "\nnav: Bees\n", 3],
    ["---\nnav: Bees\n# Bees\n\nText\n\n---\n\nMore\n", [NO_END], "\nnav: Bees\n", 2],
    ["---\nnav: Bees\n\nBees\n====\n\n---\n\n## More\n", [NO_END], "\nnav: Bees\n", 3],
    ["---\nnav: Bees\n\n# Bees\n\n---\n\nMore\n", [NO_END], "\nnav: Bees\n", 3],
    ["---\nnav: Bees", [NO_END], "\nnav: Bees", 1],
    [
      "\n \n---\nnav: Bees\n---\n\n# Bees\n",
      ["3 Cannot begin front matter below empty lines; take them away"],
      "\n\n\nnav: Bees\n",
      6,
    ],
    [
      "---\nnav: Bees\n\n# later\nreviewd 2026\n---\n\n# Bees\n",
      [],
      "\nnav: Bees\n\n# later\nreviewd 2026\n",
      7,
    ],
    ["---\nnav: Bees\n\n# later\n---\n<!-- a -->\n\n# Bees\n", [], "\nnav: Bees\n\n# later\n", 5],
    ["---\nnav Bees\n---\n\n# Bees\n", [], "\nnav Bees\n", 4],
    ["\n---\nnote: Bees\n---\n", [], undefined, 1],
  ])("is told from the text below it: %j", (text, said, frontMatter, blank) => {
    const parts = splitFrontMatter(text, FILE);
    expect(parts.problems.map(({ message, place }) => `${place.line} ${message}`)).toEqual(said);
    expect(parts.frontMatter).toBe(frontMatter);
    expect(/^\n*/.exec(parts.body)?.[0].length).toBe(blank);
  });

  it("that begins late, or has no end, is all that is said of its file", async () => {
    const folder = writeSite({
      "content/en/bees.md": "\n---\nnav: Bees\n---\n\n# Bees\n\nText.\n",
      "content/en/hive.md": "---\nnav: Hive\n\n# Hive\n\nText\n\n---\n\nMore\n",
    });
    expect(await said(folder)).toEqual([
      "en/bees.md:2:1 Cannot begin front matter below empty lines; take them away",
      'en/hive.md:1:1 Cannot find the end of the front matter; close it with a line "---"',
    ]);
  });
});

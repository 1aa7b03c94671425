// This repository's own site meets every budget that is no matter of time; and a page with one fault misses the one that
// it is about.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { type OpenSite, openSite } from "../../src/reader/open-site.ts";
import type { Figure, Row } from "../../src/reader/row.ts";
import { ROWS } from "../../src/reader/rows.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

async function open(folder: string): Promise<OpenSite> {
  const found = inject("browser");
  if ("reason" in found) throw new Error(found.reason);
  return openSite(folder, found);
}

function missed(figures: readonly Figure[]): string[] {
  return figures
    .filter(({ isMet }) => !isMet)
    .map(
      ({ of, figure, budget, faults = [] }) => `${of}: ${figure} (${budget}) ${faults.slice(0, 3).join(" ")}`,
    );
}

describe("the site of this repository", () => {
  let own: OpenSite;
  beforeAll(async () => {
    own = await open(PROJECT);
  });
  afterAll(() => own.close());

  it.each(ROWS.filter(({ isTimed }) => isTimed !== true))("meets its budget: $name", async (row) => {
    const figures = await row.measure(own.site);
    expect(figures.length).toBeGreaterThan(1);
    expect(missed(figures)).toEqual([]);
  });
});

describe("a page with one fault", () => {
  let small: OpenSite;
  let sound: string;
  const file = () => join(small.site.folder, "index.html");
  beforeAll(async () => {
    const folder = await emptyFolder(afterAll);
    await writeFiles(folder, SMALL_SITE);
    small = await open(folder);
    // Its own policy would forbid most faults.
    sound = (await readFile(file(), "utf8")).replace(
      /\s*<meta http-equiv="Content-Security-Policy"[^>]*>/,
      "",
    );
  });
  afterAll(() => small.close());

  it.each(ROWS.filter(({ isTimed }) => isTimed !== true))(
    "meets without it, however few its words: $name",
    async (row) => {
      await writeFile(file(), sound);
      expect(missed(await row.measure(small.site))).toEqual([]);
    },
  );

  // What a row says of the page without the fault. Several faults are about the same row.
  const known = new Map<Row, string[]>();
  async function soundly(row: Row): Promise<string[]> {
    await writeFile(file(), sound);
    const faults = known.get(row) ?? missed(await row.measure(small.site));
    known.set(row, faults);
    return faults;
  }

  const inHead = (html: string) => (page: string) => page.replace("</head>", `${html}</head>`);
  const inText = (html: string) => (page: string) =>
    page.replace("</main>", `<section class="section">${html}</section></main>`);
  const random = (length: number): string => {
    let seed = 1;
    const digits = Array.from({ length }, () => {
      seed = (seed * 16807) % 2147483647;
      return (seed % 36).toString(36);
    });
    return digits.join("");
  };

  it.each([
    ["HTML with its styles, compressed", inHead(`<meta name="x" content="${random(30_000)}">`)],
    ["round trips to all text", inHead(`<meta name="x" content="${random(120_000)}">`)],
    [
      "files that block rendering, web fonts, requests to others",
      inHead('<link rel="stylesheet" href="x.css">'),
    ],
    [
      "files that block rendering, web fonts, requests to others",
      inText('<img src="https://a.example/x.png" alt="">'),
    ],
    ["own script that loads unasked, compressed", inHead(`<script>/* ${random(9000)} */</script>`)],
    ["requests before scrolling", inText("1234".replace(/./g, '<img src="images/$&.png" alt="">'))],
    [
      "layout shift",
      inText(
        '<p id="late"></p><p>Words that move.</p><script>setTimeout(() => { late.style.height = "300px"; scrollTo(0, 0) }, 60)</script>',
      ),
    ],
    ["rules of axe broken, light and dark, 320 to 1,280 px and 200 %", inText('<img src="images/x.png">')],
    ["sideways scrolling, also with wide text spacing", inText('<div style="width: 2000px">Wide</div>')],
    [
      "contrast of text, of links, of secondary words and code",
      inText('<p style="color: #777">Grey words.</p>'),
    ],
    [
      "contrast of text, of links, of secondary words and code",
      inText('<p><a href="#top" style="text-decoration: none">Bare</a></p>'),
    ],
    [
      "answers to wishes for contrast, for colours of one's own, for less motion",
      inHead("<style>html { scroll-behavior: smooth !important }</style>"),
    ],
    [
      "stops of the keyboard unseen, unmarked or covered; targets too small",
      inHead("<style>:focus { outline: none !important }</style>"),
    ],
    [
      "stops of the keyboard unseen, unmarked or covered; targets too small",
      inText('<button style="height: 9px; width: 9px; padding: 0"></button>'),
    ],
    ["headings in order, landmarks named, language right", inText("<h5>Deep</h5>")],
    [
      "headings in order, landmarks named, language right",
      (page: string) => page.replace('lang="en"', 'lang="de"'),
    ],
    ["errors and warnings of html-validate", inText("<p><div>Wrong</div></p>")],
    [
      "text size, line height and characters a line at 1,280 px",
      inText('<p style="font-size: 12px">Small.</p>'),
    ],
    ["words, links and controls that need a script", inText("<button>Dead</button>")],
    [
      "words, links and controls that need a script",
      inText('<div id="words"></div><script>words.textContent = "many words ".repeat(200)</script>'),
    ],
    ["what does not work below a path, or from a plain folder", inText('<a href="nowhere.html">Away</a>')],
    ["what does not work below a path, or from a plain folder", inText('<img src="/images/x.png" alt="">')],
  ])("misses the budget of %s: %#", async (name, spoil) => {
    const row = ROWS.find((one) => one.name === name);
    if (row === undefined) throw new Error(`Cannot find the row "${name}"`);
    const spoilt = spoil(sound);
    expect(spoilt).not.toBe(sound);
    const before = await soundly(row);
    await writeFile(file(), spoilt);
    const after = missed(await row.measure(small.site));
    expect(after.length).toBeGreaterThan(0);
    expect(after).not.toEqual(before);
  });
});

import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { readSettings } from "../../src/content/settings.ts";
import { SETTINGS, said, writeSite } from "./faults.ts";

const SITE = "content/_data/site.yaml";
const withSettings = (text: string) => said(writeSite({ [SITE]: text }));

describe("the settings of a site", () => {
  it("are fine as the others are", async () => {
    expect(await withSettings(SETTINGS)).toEqual([]);
  });

  it.each([
    [
      "address: https://bees.example.org",
      "address: bees.example.org",
      "give a whole address that begins with https://",
    ],
    [
      "address: https://bees.example.org",
      "address: http://",
      "give a whole address that begins with https://",
    ],
    [
      "address: https://bees.example.org",
      "address: https://bees.example.org/a?b#c",
      'take away what begins with "?" or "#"',
    ],
    ["languages", "repository: bees/site\nlanguages", "give a whole address that begins with https://"],
    [
      "languages",
      "analytics: { name: Bee, script: x.js, picture: 'http://[' }\nlanguages",
      "give a whole address that begins with https://",
    ],
    [
      "languages",
      "repository: 'https://bees.example/\"; proxy_pass x'\nlanguages",
      "percent-encode spaces, quotation marks, \\, < and >: a space is %20",
    ],
  ])("name no address that cannot be one: %s as %s", async (right, wrong, message) => {
    const found = await withSettings(SETTINGS.replace(right, wrong));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one.slice(one.indexOf(": ") + 2)).toBe(message);
  });

  it("have several slips, all told in the order of files and lines, with those of the sections", async () => {
    const folder = writeSite({
      [SITE]: `${SETTINGS.replace("[bees, hive]", "[bees, hiev, bees]")}licens: MIT\nrepository: 5\n`,
      "content/_data/addresses.yaml": "aliases:\n  wax: walls\nmore: 1\n",
      "content/en/bees.md": "---\nnaw: B\nreviewed: 5\n---\n# Bees\n",
    });
    expect(await said(folder)).toEqual([
      'addresses.yaml:2:8 The old address "#wax" leads to "#walls", which no heading has; name a heading that is there',
      'addresses.yaml:3:1 Unknown key "more"; take it away, or use one of: pages, images, aliases, redirects',
      'site.yaml:5:18 Cannot find "content/en/hiev.md", the file of "hiev"; did you mean "hive"?',
      'site.yaml:5:24 "bees" is on the list already, at content/_data/site.yaml:5; take one of them away',
      'site.yaml:6:1 Unknown key "licens"; did you mean "licence"?',
      'site.yaml:7:13 Cannot read "repository": expected a text, found the number 5; put it in quotation marks',
      'en/bees.md:2:1 Unknown key "naw"; did you mean "nav"?',
      'en/bees.md:3:11 Cannot read "reviewed": expected a text, found the number 5; put it in quotation marks',
      'en/bees.md:5:3 The section "bees" is empty; write it, or take its name off the list',
      'en/hive.md:1:1 No list names "hive"; add it to "sections" in content/_data/site.yaml, or delete the file',
    ]);
  });

  it.each([
    [
      "empty",
      "",
      [
        'site.yaml:1:1 Cannot find the key "title"; add it',
        'site.yaml:1:1 Cannot find the key "description"; add it',
        'site.yaml:1:1 Cannot find the key "address"; add it',
        'site.yaml:1:1 Cannot find the key "languages"; add it',
        'site.yaml:1:1 Cannot find the key "sections"; add it',
      ],
    ],
    [
      "a list",
      "- bees\n- hive\n",
      ["site.yaml:1:1 Cannot read this file: expected keys with values, found a list"],
    ],
    [
      "only a remark",
      "# later\n",
      [
        expect.stringMatching(/^site.yaml:1:1 /),
        expect.stringMatching(/^site.yaml:1:1 /),
        expect.stringMatching(/^site.yaml:1:1 /),
        expect.stringMatching(/^site.yaml:1:1 /),
        expect.stringMatching(/^site.yaml:1:1 /),
      ],
    ],
    [
      "broken",
      SETTINGS.replace("How a hive works", "Bees: how a hive works"),
      ['site.yaml:2:14 A text with ": " in it needs quotation marks; add them'],
    ],
    [
      "of no language",
      SETTINGS.replace("[en]", "[]"),
      ['site.yaml:4:1 Cannot use an empty list for "languages": name at least one language'],
    ],
    [
      "of a language twice",
      SETTINGS.replace("[en]", "[en, en]"),
      ['site.yaml:4:1 Cannot use a list for "languages": name each language once'],
    ],
    [
      "of an unknown language",
      SETTINGS.replace("[en]", "[english_]"),
      ['site.yaml:4:13 Cannot use "english_" for "languages": give a language tag such as "en" or "pt-BR"'],
    ],
    [
      "of the name of a language",
      SETTINGS.replace("[en]", "[deutsch]"),
      ['site.yaml:4:13 Cannot use "deutsch" for "languages": give a language tag such as "en" or "pt-BR"'],
    ],
    [
      "with a title for another language",
      SETTINGS.replace("Bees", "{ en: Bees, ed: Bienen }"),
      ['site.yaml:1:20 Unknown key "ed"; take it away, or use one of: en'],
    ],
    [
      "with a title that a language lacks",
      `${SETTINGS.replace("title: Bees", "title:\n  de: Bienen")}`.replace("[en]", "[de, en]"),
      ['site.yaml:1:1 Cannot find the key "en"; add it'],
    ],
    [
      "with names that are none",
      SETTINGS.replace("[bees, hive]", '[bees, hive, Big Hive, 404, "", ]'),
      [
        `site.yaml:5:24 Cannot use "Big Hive" for "sections": use small letters, digits and dashes: it is a file's name and a heading's id`,
        'site.yaml:5:34 Cannot read "sections": expected a text, found the number 404; put it in quotation marks',
        `site.yaml:5:39 Cannot use "" for "sections": use small letters, digits and dashes: it is a file's name and a heading's id`,
      ],
    ],
    [
      "with sections that are no list",
      SETTINGS.replace("[bees, hive]", "bees"),
      ['site.yaml:5:11 Cannot read "sections": expected a list, each line with "- ", found "bees"'],
    ],
    [
      "with an entry that is nothing",
      `${SETTINGS.replace(" [bees, hive]", "\n  - bees\n  -\n  - hive")}`,
      [
        expect.stringMatching(
          /^site.yaml:7:\d Cannot read "sections": expected a text, found nothing; fill it/,
        ),
      ],
    ],
    [
      "with a wrong key in an entry",
      `${SETTINGS.replace(" [bees, hive]", "\n  - bees\n  - name: hive\n    show: legal")}`,
      ['site.yaml:8:5 Unknown key "show"; did you mean "shows"?'],
    ],
    [
      "with a list that is not there",
      `${SETTINGS.replace(" [bees, hive]", "\n  - bees\n  - name: hive\n    shows: rooms")}`,
      [
        'site.yaml:7:11 Cannot find the list "rooms" (content/_data/rooms.yaml); write it, or show one of: legal',
      ],
    ],
    [
      "with facts to show that are not there",
      `${SETTINGS.replace(" [bees, hive]", "\n  - bees\n  - name: hive\n    shows: legal")}`,
      [
        'site.yaml:7:11 Cannot show "legal": no fact of it is there; add "legal:" with "provider: null" to start',
      ],
    ],
  ])("are %s", async (_, text, expected) => expect(await withSettings(text)).toEqual(expected));

  it("are not there", async () => {
    expect(await said(writeSite({ [SITE]: null }))).toEqual([
      'site.yaml:1:1 Cannot find the settings of a site; name a folder that holds "content/_data/site.yaml"',
    ]);
    expect(await said(join(writeSite(), "nowhere"))).toHaveLength(1);
    expect(await said(join(writeSite(), "content/en/hive.md"))).toHaveLength(1);
  });

  it("name what every object has, and get it", async () => {
    const folder = writeSite({
      [SITE]: SETTINGS.replace("[bees, hive]", "[bees, hive, constructor, valueof]"),
      "content/_data/addresses.yaml": "aliases:\n  toString: constructor\n  valueOf: valueof\n",
      "content/en/constructor.md": "# To construct\n\nWords.\n",
      "content/en/valueof.md": "# Its value\n\nWords, [and more](#valueOf).\n",
    });
    expect(await said(folder)).toEqual([
      'en/valueof.md:3:19 Cannot find heading "#valueOf"; that old address leads to "#valueof" now',
    ]);
    const { pages } = await run({ folder, mode: "check", cache: join(folder, ".cache") });
    for (const id of ["constructor", "toString", "valueOf"]) expect(pages[0]?.html).toContain(`id="${id}"`);
  });

  it("print nothing by a name that was refused: it would be a path out of the site", async () => {
    const folder = writeSite({ [SITE]: `${SETTINGS}pages: [../../escaped, "a b"]\n` });
    const { pages, problems } = await run({ folder, mode: "check", cache: join(folder, ".cache") });
    expect(pages.map(({ page }) => page.path)).toEqual(["index.html"]);
    expect(problems.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
      "settings 6:9",
      "settings 6:24",
    ]);
  });

  it("lose no old address in silence", async () => {
    const folder = writeSite({
      "content/_data/addresses.yaml": "aliases:\n  __proto__: hive\n  constructor: hive\n",
    });
    expect(await said(folder)).toEqual([
      'addresses.yaml:2:3 Cannot use "__proto__" as a name; choose another',
      'addresses.yaml:3:3 Cannot use "constructor" as a name; choose another',
    ]);
  });

  it("may be written with a byte order mark and other line ends", async () => {
    const folder = writeSite({
      [SITE]: `\uFEFF${SETTINGS}titel: B\n`.replaceAll("\n", "\r\n"),
      "content/en/bees.md": "\uFEFF---\r\nnaw: B\r\n---\r\n\r\n# Bees\r\n\r\nA [bee](bee.md).\r\n",
      "content/en/hive.md": "# Hive\r\rOne [bee](bee.md).\r",
    });
    expect(await said(folder)).toEqual([
      'site.yaml:6:1 Unknown key "titel"; take it away, or use one of: title, description, address, languages, sections, pages, repository, licence, analytics, budgets, links, legal',
      'en/bees.md:2:1 Unknown key "naw"; did you mean "nav"?',
      'en/bees.md:7:9 Cannot find "bee.md"; did you mean "bees.md"?',
      'en/hive.md:3:11 Cannot find "bee.md"; did you mean "bees.md"?',
    ]);
  });

  it("take an empty fact for one that is not given", () => {
    const { site } = readSettings(`${SETTINGS}legal:\n  provider: ""\n  city:\n  street: Here\n`, undefined);
    expect(Object.entries(site?.legal ?? {}).map(([key, { value }]) => [key, value])).toEqual([
      ["provider", null],
      ["street", "Here"],
      ["city", null],
    ]);
  });
});

describe("the files of a site", () => {
  it.each([
    [
      "is a folder",
      { "content/en/hive.md/part.md": "# Part\n\nWords.\n", "content/en/hive.md": null },
      [
        'site.yaml:5:18 Cannot find "content/en/hive.md", the file of "hive"; write it, or take its name off the list',
        'en/hive.md/part.md:1:1 "content/en/hive.md/part.md" is in no folder of sections; move it to one of: content/en/',
      ],
    ],
    [
      "is empty",
      { "content/en/hive.md": "" },
      ['en/hive.md:1:1 The section "hive" is empty; write it, or take its name off the list'],
    ],
    [
      "is white space and front matter",
      { "content/en/hive.md": "---\nnav: Hive\n---\n\n \n" },
      ['en/hive.md:1:1 The section "hive" is empty; write it, or take its name off the list'],
    ],
    [
      "is a remark",
      { "content/en/hive.md": "<!-- later -->\n" },
      ['en/hive.md:1:1 The section "hive" is empty; write it, or take its name off the list'],
    ],
    [
      "is not UTF-8 in its text",
      { "content/en/hive.md": Buffer.from("# Hive\n\nM\xFCde\n", "latin1") },
      ["en/hive.md:3:2 Cannot read this character: the file is not UTF-8; save it with that encoding"],
    ],
    [
      "is not UTF-8 in its settings",
      { [SITE]: Buffer.from(SETTINGS.replace("How", "Wie m\xFCde"), "latin1") },
      ["site.yaml:2:19 Cannot read this character: the file is not UTF-8; save it with that encoding"],
    ],
    [
      "has a name with capitals and spaces",
      { "content/en/Big Hive.md": "# Big\n\nWords.\n" },
      [
        'en/Big Hive.md:1:1 Cannot use "Big Hive" as a name; call the file "big-hive.md", and add that name to "sections" in content/_data/site.yaml',
      ],
    ],
    [
      "has front matter without an end",
      { "content/en/hive.md": "---\nnav: Hive\n\n# Hive\n\nWords.\n" },
      ['en/hive.md:1:1 Cannot find the end of the front matter; close it with a line "---"'],
    ],
  ])("one of them %s", async (_, changes, expected) => {
    expect(await said(writeSite(changes as Record<string, string>))).toEqual(expected);
  });

  it("are not reached through symbolic links, which could show any file", async () => {
    const folder = writeSite({ "content/en/hive.md": null, "secret.txt": "# Hive\n\nSecret.\n" });
    symlinkSync(join(folder, "secret.txt"), join(folder, "content/en/hive.md"));
    symlinkSync(folder, join(folder, "content/de"));
    expect(await said(folder)).toEqual([
      'de:1:1 Nothing shows "content/de"; if it is a link, put the files themselves there, or delete it',
      'en/hive.md:1:1 Cannot read "content/en/hive.md": it is a symbolic link; put the file itself there',
    ]);
    const { pages } = await run({ folder, mode: "check", cache: join(folder, ".cache") });
    expect(pages[0]?.html).not.toContain("Secret");
  });

  it("are also those of a site without pictures and of one with empty folders", async () => {
    const folder = writeSite();
    mkdirSync(join(folder, "images"));
    mkdirSync(join(folder, "content/en/pages"));
    expect(await said(folder)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { readList } from "../../src/content/lists.ts";
import { SETTINGS, said, writeSite } from "./faults.ts";

function read(text: string, languages = ["en"]) {
  const { list, problems } = readList(text, "a.yaml", languages);
  return { list, said: problems.map(({ message, place }) => `${place.line}:${place.column} ${message}`) };
}

const TERMS = "kind: terms\nterms:\n";

const TABLE = `kind: table
caption: Rooms
columns:
  - { name: name, label: Room, link: url }
  - { name: use, label: Use, choices: { store: Store, live: Live } }
  - { name: note, label: Note, optional: true }
rows:
`;

describe("a list", () => {
  it.each([
    ["without a kind", "rows: []\n", ['1:1 Cannot find the key "kind"; add it']],
    ["of an unknown kind", "kind: tabel\n", ['1:7 Unknown value "tabel" for "kind"; did you mean "table"?']],
    ["that is empty", "", ['1:1 Cannot find the key "kind"; add it']],
    ["that is no mapping", "- a\n", ['1:1 Cannot find the key "kind"; add it']],
    [
      "of people, none of them there",
      "kind: people\npeople: []\n",
      ['2:1 Cannot use an empty list for "people": name at least one person'],
    ],
    [
      "of people with slips",
      "kind: people\npeople:\n  - { nmae: Maya }\n  - { name: Willi, url: javascript:x }\n",
      [
        '4:25 Cannot use "javascript:x" for "url": give a whole address that begins with https://',
        '3:7 Unknown key "nmae"; did you mean "name"?',
      ],
    ],
    [
      "of links with slips",
      "kind: links\ngroups:\n  - label: Read\n    links:\n      - { title: A, url: a.md, year: last, language: German }\n  - label: Hear\n    links: []\n",
      [
        '5:26 Cannot use "a.md" for "url": give a whole address that begins with https://',
        '5:38 Cannot read "year": expected a number, found "last"',
        '5:54 Cannot use "German" for "language": give a language tag such as "en" or "pt-BR"',
        '7:5 Cannot use an empty list for "links": name at least one link',
      ],
    ],
    [
      "in a table with slips",
      `${TABLE}  - { name: Hall, use: liev, notes: x }\n  - { use: store, url: javascript:x }\n  - { name: Attic, use: store, note: 2.10 }\n`,
      ['10:38 Cannot read "note": expected a text, found the number 2.1; put it in quotation marks'],
    ],
    [
      "in a table with slips in its rows",
      `${TABLE}  - { name: Hall, use: liev, notes: x }\n  - { use: store, url: javascript:x }\n  - { name: "?!", use: store }\n`,
      [
        '8:30 Unknown column "notes"; did you mean "note"?',
        '8:24 Unknown value "liev" for "use"; did you mean "live"?',
        '9:5 Cannot find the column "name" in this row; add it',
        '9:24 Cannot use "javascript:x" for "url": give a whole address that begins with https://',
        '10:13 Cannot make an address of "name"; use letters or digits',
      ],
    ],
    [
      "in a table whose cells are no texts",
      `${TABLE}  - { name: Hall, use: { en: store }, url: { en: "https://bees.example" } }\n  - { name: Attic, use: "", url: "" }\n`,
      [
        '8:39 Cannot use keys with values for "url": give a whole address that begins with https://',
        '8:19 Cannot use keys with values for "use"; use one of: store, live',
        '9:34 Cannot use "" for "url": give a whole address that begins with https://',
        '9:25 Unknown value "" for "use"; use one of: store, live',
      ],
    ],
    [
      "of a kind in brackets",
      "kind: [table]\n",
      ['1:1 Cannot use a list for "kind"; use one of: table, links, people, terms'],
    ],
    [
      "of no kind",
      "kind:\n",
      ['1:1 Cannot find a value for "kind"; use one of: table, links, people, terms'],
    ],
    [
      "of a kind in digits",
      "kind: 12\n",
      ['1:7 Unknown value "12" for "kind"; use one of: table, links, people, terms'],
    ],
    [
      "in a table without rows, and a column twice",
      `${TABLE.replace("note, label", "use, label")}  []\n`,
      [
        '7:1 Cannot use an empty list for "rows": name at least one row',
        '6:13 The column "use" is there already; take one of them away',
      ],
    ],
    [
      "in a table that is narrowed too much",
      "kind: table\ncaption: C\ncolumns:\n  - { name: a, label: A, narrow: true }\n  - { name: b, label: B, narrow: true, choices: { x: X } }\n  - { name: c, label: C, narrow: true, choices: { x: X } }\n  - { name: d, label: D, narrow: true, choices: { x: X } }\nrows:\n  - { a: A, b: x, c: x, d: x }\n",
      [
        '4:34 Cannot narrow the table by "a": it has no choices; declare them, or take "narrow" away',
        '7:34 Cannot narrow the table by "d": two columns do so already; take "narrow" away from one',
      ],
    ],
    [
      "in a table whose names every object has",
      "kind: table\ncaption: C\ncolumns:\n  - { name: toString, label: T }\n  - { name: b, label: B, choices: { a: A } }\nrows:\n  - { b: toString }\n  - { toString: x, b: valueOf }\n",
      [
        '7:5 Cannot find the column "toString" in this row; add it',
        '7:10 Unknown value "toString" for "b"; use one of: a',
        '8:23 Unknown value "valueOf" for "b"; use one of: a',
      ],
    ],
    [
      "of terms, none of them there",
      `${TERMS}  []\n`,
      ['2:1 Cannot use an empty list for "terms": name at least one term'],
    ],
    [
      "of terms with slips",
      `${TERMS}  - { id: Hive Mind, term: Hive, definition: Many bees }\n  - { id: "?!", term: Queen, definition: One bee, say: drone }\n  - { id: drone, term: "" }\n`,
      [
        '3:11 Cannot use "Hive Mind" for "id": write "hive-mind"',
        '4:11 Cannot use "?!" for "id": use letters or digits',
        '5:24 Cannot use "" for "term": it is empty; write it',
        '5:5 Cannot find the key "definition"; add it',
        '4:51 Unknown key "say"; take it away, or use one of: id, term, definition, see',
      ],
    ],
    [
      "of terms that belong to others",
      `${TERMS}  - { id: queen, term: Queen, definition: One, see: [drnoe, queen, wax] }\n  - { id: drone, term: Drone, definition: Some, see: queen }\n`,
      [
        '4:54 Cannot read "see": expected a list, each line with "- ", found "queen"',
        '3:54 Cannot find the term "drnoe"; did you mean "drone"?',
        '3:61 The term "queen" leads to itself; take it off its own list',
        '3:68 Cannot find the term "wax"; name the id of another term',
      ],
    ],
  ])("%s", (_, text, expected) => expect(read(text).said).toEqual(expected));

  it("keeps no link that could run code, also while its slip is shown", () => {
    const texts = [
      "kind: people\npeople: [{ name: Willi, url: javascript:x }]\n",
      "kind: links\ngroups: [{ label: L, links: [{ title: T, url: javascript:x }] }]\n",
      `${TABLE}  - { name: Hall, use: live, url: javascript:x }\n`,
    ];
    for (const text of texts) expect(JSON.stringify(read(text).list)).not.toContain("javascript");
  });

  it("has its texts once, or in each language", () => {
    const people = "kind: people\npeople:\n  - { name: Maya, role: { en: Worker, de: Arbeiterin } }\n";
    expect(read(people, ["en", "de"]).list).toMatchObject({
      people: [{ name: "Maya", role: { en: "Worker", de: "Arbeiterin" } }],
    });
    expect(read(people.replace(", de: Arbeiterin", ", ed: x"), ["en", "de"]).said).toEqual([
      '3:39 Unknown key "ed"; did you mean "de"?',
    ]);
    expect(read(people.replace("{ en: Worker, de: Arbeiterin }", "Worker"), ["en", "de"]).list).toMatchObject(
      {
        people: [{ role: { en: "Worker", de: "Worker" } }],
      },
    );
  });

  it("has the choices of a column in the order of its file, also where they are numbers", async () => {
    const choices = "{ 10: Ten, new: New, 2: Two, 1.5: Half }";
    const table = `kind: table\ncaption: C\ncolumns:\n  - { name: a, label: A }\n  - { name: b, label: B, narrow: true, choices: ${choices} }\nrows:\n  - { a: X, b: "2" }\n  - { a: Y, b: "10" }\n  - { a: Z, b: new }\n`;
    const { list, said: slips } = read(table);
    expect(slips).toEqual([]);
    const column = list?.kind === "table" ? list.columns[1] : undefined;
    expect([...(column?.choices?.keys() ?? [])]).toEqual(["10", "new", "2", "1.5"]);
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - bees\n  - { name: hive, shows: rows }",
      ),
      "content/_data/rows.yaml": table,
    });
    const { pages } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
    expect(pages[0]?.html.match(/(?<=class="tag )tag--\d/g)).toEqual(["tag--3", "tag--1", "tag--2"]);
  });

  it("of terms keeps each of them, also while one lacks a language", () => {
    const terms =
      "  - { id: queen, term: { en: Queen, de: Königin }, definition: { en: One }, see: [drone] }\n  - { id: drone, term: { en: Drone, de: Drohne }, definition: { en: Some, de: Einige } }\n";
    const { list, said: slips } = read(TERMS + terms, ["en", "de"]);
    expect(slips).toEqual(['3:52 Cannot find the key "de"; add it']);
    expect(list).toMatchObject({
      terms: [
        { id: "queen", see: [{ id: "drone", term: { de: "Drohne" } }] },
        { id: "drone", definition: { de: "Einige" }, see: [] },
      ],
    });
  });

  it("of terms has each id once, and links to them are followed", async () => {
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - bees\n  - { name: hive, shows: terms }",
      ),
      "content/_data/terms.yaml": `${TERMS}  - { id: queen, term: Queen, definition: One }\n  - { id: queen, term: Queen bee, definition: One }\n`,
      "content/en/bees.md": "# Bees\n\nA [queen](hive.md#queen) and a [worker](hive.md#quene).\n",
    });
    expect(await said(folder)).toEqual([
      'terms.yaml:3:11 The id "queen" is also at content/_data/terms.yaml:4; call the entry by another name',
      'terms.yaml:4:11 The id "queen" is also at content/_data/terms.yaml:3; call the entry by another name',
      'en/bees.md:3:41 Cannot find heading "#quene" in content/en/hive.md; did you mean "#queen"?',
    ]);
  });

  it("is said to be shown by two sections, where its ids then stand twice", async () => {
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - { name: bees, shows: terms }\n  - { name: hive, shows: terms }",
      ).replace("[en]", "[en, de]"),
      "content/_data/terms.yaml": `${TERMS}  - { id: queen, term: Queen, definition: One }\n  - { id: drone, term: Drone, definition: Some }\n  - { id: drone, term: Drone, definition: Some }\n`,
    });
    expect((await said(folder)).filter((line) => !line.includes("translate"))).toEqual([
      'site.yaml:7:13 The list "terms" is shown by two sections, "bees" and "hive", and each id in it stands twice; take "shows" away from one',
      'terms.yaml:4:11 The id "drone" is also at content/_data/terms.yaml:5; call the entry by another name',
      'terms.yaml:5:11 The id "drone" is also at content/_data/terms.yaml:4; call the entry by another name',
    ]);
  });

  it("has its slips told once, though two languages show it, and two sections", async () => {
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - name: bees\n    shows: rooms\n  - name: hive\n    shows: rooms",
      ).replace("[en]", "[en, de]"),
      "content/_data/rooms.yaml": "kind: people\npeople:\n  - { name: A, nam: B, portrait: images/a.png }\n",
      "content/de/bees.md": "# Bienen\n\nKlein.\n",
      "content/de/hive.md": "# Der Stock\n\nGroß.\n",
    });
    const slips = (await said(folder)).filter((slip) => slip.startsWith("rooms.yaml"));
    expect(slips).toEqual([
      'rooms.yaml:3:16 Unknown key "nam"; take it away, or use one of: name, role, url, portrait',
      'rooms.yaml:3:34 Cannot find the picture "images/a.png"; put it into images/',
    ]);
  });

  it("says of a link in which language one will read there, where it is not the page's", async () => {
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - bees\n  - name: hive\n    shows: reading",
      ).replace("[en]", "[en, de]"),
      "content/_data/reading.yaml":
        "kind: links\ngroups:\n  - label: Read\n    links:\n      - { title: Wabenkunde, url: https://bees.example, language: de, author: { en: Ada and others, de: Ada und andere } }\n",
      "content/de/bees.md": "# Bienen\n\nKlein.\n",
      "content/de/hive.md": "# Der Stock\n\nGroß.\n",
    });
    const { pages } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
    const links = pages.map(({ html }) => /<a [^>]*>Wabenkunde<\/a>/.exec(html)?.[0]);
    expect(links).toEqual([
      '<a href="https://bees.example" hreflang="de" lang="de">Wabenkunde</a>',
      '<a href="https://bees.example">Wabenkunde</a>',
    ]);
    const authors = pages.map(({ html }) => /links__origin">([^<]*)/.exec(html)?.[1]);
    expect(authors).toEqual(["Ada and others", "Ada und andere"]);
  });

  it("has portraits beside the same picture in a text, each in its sizes", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400"/></svg>';
    const sharp = (await import("sharp")).default;
    const png = await sharp(Buffer.from(svg)).png().toBuffer();
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace(
        " [bees, hive]",
        "\n  - bees\n  - name: hive\n    shows: people",
      ),
      "content/_data/people.yaml": "kind: people\npeople:\n  - { name: A, portrait: images/a.png }\n",
      "content/en/bees.md": "# Bees\n\n![A bee](../../images/a.png)\n",
      "images/a.png": png,
    });
    const { document, pages, problems } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
    expect(problems).toEqual([]);
    const made = [...document.pictures.values()].flatMap((picture) =>
      picture.kind !== "picture"
        ? []
        : picture.sources.flatMap(({ variants }) => variants.map(({ path }) => path)),
    );
    const used = [...(pages[0]?.html ?? "").matchAll(/images\/a-[^"\s,]+/g)].map(([path]) => path);
    expect(used.length).toBeGreaterThan(0);
    for (const path of used) expect(made).toContain(path);
  });
});

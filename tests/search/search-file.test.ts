import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import type { Outcome } from "../../src/microsite.ts";
import { PROJECT } from "../../src/project.ts";
import { makeSearchFiles } from "../../src/search/search-file.ts";
import { searchedSections } from "../../src/search/searched-sections.ts";

let own: Outcome;
let other: Outcome;
beforeAll(async () => {
  own = await run({ folder: PROJECT });
  other = await run({ folder: join(PROJECT, "tests/fixtures/other-team") });
});

const filesOf = (mode: "build" | "preview", script = "") => {
  const words = new Map([["de", { search: "Suche" }]]);
  return [...makeSearchFiles(own.document, { assets: { styles: "a {}", script }, words, mode }).values()];
};

describe("what can be searched", () => {
  it.each(["en", "de"])("leads to places that are there: %s", (language) => {
    const sections = searchedSections(own.document, language);
    expect(sections.length).toBeGreaterThan(10);
    for (const { page, passages } of sections) {
      const folder = language === "en" ? "" : "de/";
      const html = own.pages.find(({ page: { path } }) => path === folder + page)?.html ?? "";
      expect(passages.length).toBeGreaterThan(0);
      for (const { id } of passages) expect(html).toContain(`id="${decodeURI(id)}"`);
    }
  });

  it("is the text, the lists and the terms, without code", () => {
    const passages = searchedSections(other.document, "de").flatMap((section) => section.passages);
    expect(passages.map(({ title, id }) => `${title} #${id}`)).toMatchInlineSnapshot(`
      [
        "Willkommen #willkommen",
        "Die Ordnung #ordnung",
        "Größe & Maß #gr%C3%B6%C3%9Fe--ma%C3%9F",
        "Pläne #plaene",
        "Geräte #geraete",
        "Bandsäge #bands%C3%A4ge",
        "Feile #feile",
        "Zum Lesen #lesen",
        "Leute #leute",
        "Aufbau der Werkbank #aufbau",
        "Füße #f%C3%BC%C3%9Fe",
      ]
    `);
    expect(passages.map(({ texts }) => texts)).toMatchInlineSnapshot(`
      [
        [
          "Hier wird gesägt, gefeilt und geleimt. Zuerst die Ordnung, dann der Aufbau der Werkbank.",
        ],
        [
          "Wer geht, fegt.",
        ],
        [
          "Holz",
          "Länge",
          "Leiste",
          "2 m",
          "Bohle",
          "4 m",
          "Nie ohne Brille an die Bandsäge.",
          "Messen, messen, sägen.",
          "— Öznur Linde, am Anschlag",
        ],
        [
          "Eine Bank von der Seite",
          "Die Bank, 1 : 20",
          "Auch unter der Bank.",
        ],
        [
          "Was da ist und wer es benutzen darf:",
        ],
        [
          "Nötig",
          "Raum 2",
        ],
        [
          "Nicht nötig",
        ],
        [
          "Ein Regal voll, hier das Wichtigste.",
          "Holz – A. Ahorn – Zum Anfangen",
        ],
        [
          "Fragen kostet nichts.",
          "Öznur Linde, Leitung",
        ],
        [
          "Von unten nach oben.",
        ],
        [
          "Vier davon, siehe Pläne.",
        ],
      ]
    `);
  });

  it("has a term's definition, and its name in the source language", () => {
    const glossary = searchedSections(own.document, "de").find(({ page }) => page === "glossary.html");
    expect(glossary?.passages.find(({ id }) => id === "actual-state")).toMatchObject({
      title: "Ist-Zustand",
      texts: [expect.stringContaining("Umgebung"), "Actual state"],
    });
  });
});

describe("the file of the search", () => {
  it("is one for each language, beside its pages, with its words", () => {
    const [english, german] = filesOf("build");
    expect(english?.path).toMatch(/^search-[0-9a-f]{8}\.js$/);
    expect(german?.path).toMatch(/^de\/search-[0-9a-f]{8}\.js$/);
    expect(german?.text).toContain('"search":"Suche"');
  });

  it("is the same each time, and has another name when anything in it differs", () => {
    expect(filesOf("build")).toEqual(filesOf("build"));
    expect(filesOf("build", "other();")[0]?.path).not.toBe(filesOf("build")[0]?.path);
  });

  it("keeps its name in a preview, so that pages stay the same", () => {
    expect(filesOf("preview").map(({ path }) => path)).toEqual(["search.js", "de/search.js"]);
  });
});

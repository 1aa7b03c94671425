import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../../src/project.ts";
import type { Passage } from "../../src/search/passage.ts";
import type { SearchedSection } from "../../src/search/searched-sections.ts";

/** Runs in the page, so it is plain JavaScript without types. */
interface Find {
  wordsOf(text: string): string[];
  prepare(sections: readonly SearchedSection[], language: string): Passage[];
  find(passages: readonly Passage[], words: readonly string[]): (Passage & { sentence: string })[];
  pieces(text: string, words: readonly string[]): string[];
}
const { wordsOf, prepare, find, pieces } = (await import(join(LAYOUTS, "scripts/search/find.js"))) as Find;

const passage = (title: string, ...texts: string[]): Passage => ({ title, id: title, texts });

const SECTIONS = [
  {
    name: "Hive",
    page: "index.html",
    passages: [
      passage("The old hive", "An old hive stands by itself."),
      passage("Hive", "Bees live here. A honeybee is a bee that makes honey."),
      passage("Honey", "It keeps for years.", "Bees eat it in winter."),
      passage("Beekeeping", "Somebody looks after the combs."),
      passage("Bienenkönigin", "Die Größe der Wabe zählt."),
    ],
  },
];
const ALL = prepare(SECTIONS, "en");

const titles = (question: string): string[] => find(ALL, wordsOf(question)).map(({ title }) => title);
const sentences = (question: string): string[] =>
  find(ALL, wordsOf(question)).map(({ sentence }) => sentence);

describe("the search", () => {
  it.each([
    ["honey", ["Honey", "Hive"], "a title before a text"],
    ["bee", ["Beekeeping", "Hive", "Honey"], "a title that starts with it, a whole word, the start of one"],
    ["hive", ["Hive", "The old hive"], "what is a whole title first"],
    ["BEES winter", ["Honey"], "all words, in any order and case"],
    ["winter bees", ["Honey"], "the same"],
    ["bees snow", [], "nothing where one is missing"],
    ["konigin", ["Bienenkönigin"], "parts of compounds, without the accents"],
    ["königin", ["Bienenkönigin"], "with them as well"],
    ["grosse", ["Bienenkönigin"], "ß as ss"],
    ["größe-wabe", ["Bienenkönigin"], "words on both sides of a sign"],
    ["ee", [], "two letters only at the start of a word"],
    ["ke", ["Honey"], "there they are found"],
    ["", [], "nothing for nothing"],
    ["?!", [], "nothing for signs"],
  ])("finds for %j: %j (%s)", (question, expected) => {
    expect(titles(question)).toEqual(expected);
  });

  it("leads to the paragraph that has most of the words, where it has an address of its own", () => {
    const texts = ["Bees dance. It says where to fly.", "Others follow.", "Bees fly back."];
    const dance = { title: "Dance", id: "dance", texts, ids: { 0: "says-where", 2: "back" } };
    const some = prepare([{ name: "Hive", page: "index.html", passages: [dance] }], "en");
    const led = (question: string): string[] => find(some, wordsOf(question)).map(({ id }) => id);
    expect(["fly where", "back", "follow", "dance", "bees others"].flatMap(led)).toEqual([
      "says-where",
      "back",
      "dance",
      "says-where",
      "says-where",
    ]);
    expect(led("dance snow")).toEqual([]);
  });

  it("shows the sentence that has most of the words, or else the first", () => {
    expect(sentences("honey bee")).toContain("A honeybee is a bee that makes honey.");
    expect(sentences("beekeeping")).toEqual(["Somebody looks after the combs."]);
  });

  it.each([
    ["Änderungen", "anderu", ["", "Änderu", "ngen"]],
    ["A\u0308nderung", "änder", ["", "A\u0308nder", "ung"]],
    ["Straße, Straßen", "strasse", ["", "Straße", ", ", "Straße", "n"]],
    ["a pull in a pullover", "a pull", ["", "a", " ", "pull", " in ", "a", " ", "pull", "over"]],
    ["🐝 bee", "bee", ["🐝 ", "bee"]],
    ["مُحَرِّك", "محرك", ["", "مُحَرِّك"]],
    ["養蜂の本", "蜂", ["養", "蜂", "の本"]],
    ["nothing", "else", ["nothing"]],
  ])("marks in %j what was asked for by %j", (text, question, expected) => {
    expect(pieces(text, wordsOf(question))).toEqual(expected);
    expect(pieces(text, wordsOf(question)).join("")).toBe(text);
  });
});

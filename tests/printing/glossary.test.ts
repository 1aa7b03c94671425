import { describe, expect, it } from "vitest";
import type { Term } from "../../src/model.ts";
import { printGlossary } from "../../src/printing/glossary.ts";

const place = { file: "content/_data/words.yaml", line: 1, column: 1 };

function term(id: string, en: string, de: string): Term {
  return { id, term: { en, de }, definition: { en: `${en}.`, de: `${de}.` }, see: [], place };
}

const TERMS = [
  term("wax", "Wax", "Wachs"),
  term("egg", "Egg", "Öl"),
  term("zoo", "Bee-garden", "Bee garden"),
];

describe("a glossary", () => {
  it("stands in the order of each language", () => {
    const order = (language: string) => printGlossary(TERMS, language, "en").map(({ id }) => id);
    expect(order("en")).toEqual(["zoo", "egg", "wax"]);
    // By the codes of the letters, "Öl" would come last.
    expect(order("de")).toEqual(["zoo", "egg", "wax"]);
  });

  it("names the word of the source language, where it is another", () => {
    const originals = (language: string) =>
      printGlossary(TERMS, language, "en").map(({ original }) => original);
    expect(originals("de")).toEqual([undefined, "Egg", "Wax"]);
    expect(originals("en")).toEqual([undefined, undefined, undefined]);
  });

  it("names what else to read in the words of the reader", () => {
    const [first] = TERMS;
    if (first === undefined) throw new Error("No term");
    const see = [{ id: "egg", term: { en: "Egg", de: "Ei" } }];
    expect(printGlossary([{ ...first, see }], "de", "en")).toEqual([
      { id: "wax", term: "Wachs", original: "Wax", definition: "Wachs.", see: [{ id: "egg", term: "Ei" }] },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { compareLines, compareSides, type Side } from "../../src/review/compare.ts";
import { readView } from "../../src/review/view.ts";

/** `-gone +new same`, a line each. */
function told(before: readonly string[], after: readonly string[]): string[] {
  const sign = { added: "+", removed: "-", same: "" };
  return compareLines(before, after).map(({ words }) =>
    words.map(({ kind, text }) => (kind === "same" ? text : `[${sign[kind]}${text}]`)).join(""),
  );
}

describe("lines of a page", () => {
  it.each([
    [["a b c"], ["a b c"], []],
    [["One two three four"], ["One two five four"], ["One two [-three][+five] four"]],
    [["A"], ["A", "B"], ["[+B]"]],
    [["A", "B"], ["B"], ["[-A]"]],
    [["Bees fly"], ["Ants crawl on the ground"], ["[-Bees fly]", "[+Ants crawl on the ground]"]],
    [
      ["A one two", "x"],
      ["A one three", "B", "x"],
      ["A one [-two][+three]", "[+B]"],
    ],
  ])("%j, then %j", (before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });
});

describe("two states of a site", () => {
  const side = (html: string, more: Partial<Side> = {}): Side => ({
    views: [readView("index.html", html)],
    translations: new Map(),
    pictures: new Map(),
    problems: [],
    ...more,
  });
  const page = (body: string): string => `<section aria-labelledby="why">${body}</section>`;

  it("differ in nothing when they are the same", () => {
    const same = side(page('<h2 id="why">Why</h2>'));
    expect(compareSides(same, same)).toMatchObject({
      pages: [{ parts: [] }],
      translations: [],
      pictures: [],
      problems: { added: [], solved: [] },
    });
  });

  it("differ in ids, links and pictures, each counted", () => {
    const before = side(page('<h3 id="old">A</h3><a href="x">B</a><a href="x">B</a><img alt="C">'));
    const after = side(page('<h3 id="new">A</h3><a href="x">B</a><img alt="C"><img alt="D">'));
    expect(compareSides(before, after).pages[0]?.parts[0]).toMatchObject({
      ids: { gained: ["new"], lost: ["old"] },
      links: { gained: [], lost: ["x"] },
      pictures: { gained: ["D"], lost: [] },
    });
  });

  it("have the same problem, though its line has moved", () => {
    const problem = (line: number, message = "Wrong") =>
      ({ rule: "r", severity: "error", message, place: { file: "f", line, column: 1 } }) as const;
    const before = side("", { problems: [problem(1), problem(4, "Solved")] });
    const after = side("", { problems: [problem(9), problem(2, "New")] });
    const { added, solved } = compareSides(before, after).problems;
    expect([added, solved].map((list) => list.map(({ message }) => message))).toEqual([["New"], ["Solved"]]);
  });
});

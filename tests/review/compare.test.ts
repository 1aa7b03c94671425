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
    moved: new Map(),
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

  it("have not lost what stands in another part of the page now", () => {
    const parts = (why: string, how: string) =>
      side(`${page(`<h2 id="why">Why</h2>${why}`)}<section aria-labelledby="how">How${how}</section>`);
    const moved = '<h3 id="cost">Cost</h3><p>Nothing at all.</p>';
    const [now] = compareSides(parts(moved, ""), parts("", moved)).pages;
    expect(now?.parts.map(({ name, ids }) => [name, ids])).toEqual([
      ["why", { gained: [], lost: [] }],
      ["how", { gained: [], lost: [] }],
    ]);
  });

  it.each([
    ["answers to its old name", '<span id="why"></span><h2 id="reasons">Reasons</h2><p>All new.</p>'],
    ["says what it said", '<h2 id="reasons">Why</h2><p>It is calm.</p><p>And one more.</p>'],
  ])("tell of a section of another name that %s as of the same", (_, body) => {
    const before = side(page('<h2 id="why">Why</h2><p>It is calm.</p>'));
    const after = side(`<section aria-labelledby="reasons">${body}</section>`);
    const [now, ...others] = compareSides(before, after).pages[0]?.parts ?? [];
    expect(now).toMatchObject({ name: "reasons", was: "why" });
    expect(others).toEqual([]);
  });

  it("tell of a page at another path, to which the old one leads, as of the same", () => {
    const html = page('<h2 id="why">Why</h2>');
    const at = (path: string) => side("", { views: [readView(path, html)] });
    const before = at("old.html");
    const after = { ...at("new.html"), moved: new Map([["old.html", "new.html"]]) };
    expect(compareSides(before, after).pages).toMatchObject([
      { path: "new.html", was: "old.html", parts: [] },
    ]);
    expect(compareSides(before, at("new.html")).pages).toMatchObject([
      { path: "new.html", parts: [{ ids: { gained: ["why"] } }] },
      { path: "old.html", parts: [{ ids: { lost: ["why"] } }] },
    ]);
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

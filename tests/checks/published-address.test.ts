import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { findProblems } from "../../src/checks/check.ts";
import { SETTINGS, said, writeSite } from "../content/faults.ts";

/** What is said of a page that had the headings `before`, and has those of `after` now. */
async function renamed(before: readonly string[], after: readonly string[]): Promise<string[]> {
  const folder = writeSite({
    "content/_data/addresses.yaml": `pages: { /: [bees, ${before.join(", ")}, hive] }\n`,
    "content/en/bees.md": `# Bees\n\nSmall.\n\n${after.map((name) => `## ${name}\n\nWords.\n\n`).join("")}`,
  });
  return (await said(folder)).map((line) => /add "([^"]*)"/.exec(line)?.[1] ?? line);
}

describe("published-address", () => {
  it.each([
    ["a heading renamed", ["food"], ["pollen"], ["food: pollen"]],
    ["two renamed in a row", ["food", "legs"], ["pollen", "feet"], ["food: pollen", "legs: feet"]],
    [
      "two that changed places",
      ["why-dance", "legs"],
      ["six-legs", "why-they-dance"],
      ["legs: six-legs", "why-dance: why-they-dance"],
    ],
    [
      "one renamed, one taken away",
      ["food", "their-wings"],
      ["all-their-wings"],
      ["food: bees", "their-wings: all-their-wings"],
    ],
    ["one taken away", ["food", "legs"], ["legs"], ["food: bees"]],
    ["one that joined another", ["many-legs", "legs"], ["legs"], ["many-legs: legs"]],
    ["one renamed, one new before it", ["the-dance"], ["colours", "a-dance"], ["the-dance: a-dance"]],
    ["nothing lost", ["food"], ["food", "new"], []],
  ])("names the successor of %s", async (_, before, after, lines) => {
    expect(await renamed(before, after)).toEqual(lines);
  });

  it("looks at what is printed, not at what should be", async () => {
    const folder = writeSite({ "content/_data/addresses.yaml": "pages: { /: [bees, hive] }\n" });
    const { document, pages } = await run({ folder, mode: "check" });
    const changed = pages.map((page) => ({ ...page, html: page.html.replace(' id="hive"', "") }));
    expect(changed[0]?.html).not.toBe(pages[0]?.html);
    const messages = (await findProblems(document, changed)).map(({ message }) => message);
    expect(messages.some((message) => message.startsWith('Cannot find the published address "/#hive"'))).toBe(
      true,
    );
    expect(await findProblems(document, pages)).toEqual([]);
  });

  it.each([
    ["fresh", "", 1],
    ["behind", `source: ${"a".repeat(40)}\n`, 0],
  ])("expects of a translation that is %s that it has the id", async (_, source, count) => {
    const folder = writeSite({
      "content/_data/site.yaml": SETTINGS.replace("[en]", "[en, de]"),
      "content/_data/addresses.yaml": "pages: { /: [bees, hive, wings] }\n",
      "content/en/bees.md": "# Bees\n\nSmall.\n\n## Wings\n\nFour.\n",
      "content/de/bees.md": `---\nnav: Bienen\n${source}---\n\n# Bienen\n\nKlein.\n\n## Flügel\n\nVier.\n`,
      "content/de/hive.md": "# Stock\n\nGroß.\n",
    });
    const lines = (await said(folder)).filter((line) => line.includes('"/de/#wings"'));
    expect(lines).toHaveLength(count);
  });

  it("leaves a section whose file is missing to the rule that says so", async () => {
    const folder = writeSite({
      "content/_data/addresses.yaml": "pages: { /: [bees, hive, rooms] }\n",
      "content/en/hive.md": null,
    });
    expect(await said(folder)).toEqual([expect.stringMatching(/Cannot find "content\/en\/hive.md"/)]);
  });
});

import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { findProblems } from "../../src/checks/check.ts";
import { writeSite } from "../content/faults.ts";

/** The rule over a real site, one of whose sections is these paragraphs; gives those in which something was found. */
async function found(paragraphs: readonly string[]): Promise<string[]> {
  const folder = writeSite({ "content/en/hive.md": `# Hive\n\n${paragraphs.join("\n\n")}\n` });
  const { document, pages } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
  const lines = (await findProblems(document, pages)).map(({ place }) => place.line);
  return paragraphs.filter((_, index) => lines.includes(3 + 2 * index));
}

const LEFT = [
  "TODO",
  "TODO: more",
  "Todo: more",
  "To do: more",
  "to-do: more",
  "To do.",
  "Words and FIXME words",
  "TBD",
  "Is it so (?)",
  "Is it so ???",
  "Lorem ipsum dolor",
  "@maya please look",
  "Words (@maya?)",
  "Words [please check with Maya]",
  "Words (bitte ergänzen)",
  "Coming soon …",
  "Fehlt noch.",
  "Words (noch offen)",
  "Words[^1] whose note is missing",
  "See [the bees](our bees.md).",
  "See ![the bees](../../images/our bees.png).",
  "See [bees](https://example.org/our bees).",
];
const PLAIN = [
  "What is left to do is little.",
  "There is a todo list on the wall.",
  "Lo explica todo.",
  "Please check the hive before you leave.",
  "It hums (please note the tone).",
  "Das gilt immer (bitte beachten).",
  "Hier fehlt noch ein Schritt, der Rest ist noch offen.",
  "The queen is coming soon to her hive.",
  "Write to maya@example.org.",
  "The mark `TODO` is found, `@maya` too.",
  "What? Why?",
  "In the WIPER of a car.",
  "See [the bees](bees.md), `[the bees](our bees.md)` and [bees] (in bees.md).",
  "Words[^here] with a note, and `[^a-z]`.",
  "[^here]: The note.",
];

describe("leftover", () => {
  it("finds what people leave for themselves and for each other", async () => {
    expect(await found([...LEFT, ...PLAIN])).toEqual(LEFT);
  });

  it("points at the word, also in a later line of its paragraph", async () => {
    const folder = writeSite({
      "content/en/hive.md": "# Hive\n\nOne line,\n*another* line with TBD in it.\n",
    });
    const { problems } = await run({ folder, mode: "check", cache: `${folder}/.cache` });
    expect(problems.map(({ place }) => place)).toEqual([
      { file: "content/en/hive.md", line: 4, column: 21, length: 3 },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { readFlow } from "../../src/diagrams/read-flow.ts";

const GOOD = `title: { en: Bees, de: Bienen }
actors:
  worker: { kind: person, label: { en: Worker, de: Arbeiterin } }
  hive: { kind: server, label: { en: Hive, de: Stock } }
boundaries:
  garden: { label: { en: Garden, de: Garten }, holds: [hive] }
steps:
  - { from: worker, to: hive, text: { en: A bee comes, de: Eine Biene kommt } }
`;

/** Each change of the good text, and all that is said about it. */
const SLIPS: readonly (readonly [what: string, from: string, to: string, ...said: string[]])[] = [
  [
    "an unknown sender",
    "from: worker",
    "from: wroker",
    '8:13 error: Cannot find the actor "wroker"; did you mean "worker"?',
  ],
  [
    "an unknown receiver",
    "to: hive",
    "to: cellar",
    '8:25 error: Cannot find the actor "cellar"; use one of: worker, hive',
  ],
  [
    "an unknown held one",
    "[hive]",
    "[hvie]",
    '6:56 error: Cannot find the actor "hvie"; did you mean "hive"?',
  ],
  [
    "a starter at neither end",
    "to: hive,",
    "to: hive, starts: garden,",
    '8:39 error: "garden" is at neither end of this step and cannot start it; name "worker" or "hive"',
  ],
  [
    "a starter with a slip",
    "to: hive,",
    "to: hive, starts: hiv,",
    '8:39 error: "hiv" is at neither end of this step and cannot start it; did you mean "hive"?',
  ],
  [
    "a step to itself",
    "to: hive",
    "to: worker",
    '8:25 error: This step leads from "worker" to itself; name two actors',
  ],
  [
    "an actor in two boundaries",
    "steps:",
    "  wood: { label: { en: Wood, de: Wald }, holds: [hive] }\nsteps:",
    '7:50 error: "hive" is held by "garden" already; let one boundary hold it',
  ],
  [
    "an actor twice in one",
    "[hive]",
    "[hive, hive]",
    '6:62 error: "hive" is named twice here; keep one of them',
  ],
  [
    "boundaries that hold each other",
    "steps:",
    "  a: { label: { en: A, de: A }, holds: [b] }\n  b: { label: { en: B, de: B }, holds: [a] }\nsteps:",
    '7:33 error: The boundary "a" holds itself, by way of "b"; take it out there',
  ],
  [
    "a boundary in itself",
    "[hive]",
    "[hive, garden]",
    '6:48 error: The boundary "garden" holds itself; take it out there',
  ],
  [
    "a boundary named like an actor",
    "  garden:",
    "  worker:",
    '6:3 error: "worker" is an actor already; give the boundary another name',
  ],
  ["a missing language", ", de: Arbeiterin", "", '3:27 error: Cannot find the key "de"; add it'],
  [
    "a missing language of a step",
    ", de: Eine Biene kommt",
    "",
    '8:31 error: Cannot find the key "de"; add it',
  ],
  [
    "an unknown language",
    "de: Bienen",
    "de: Bienen, fr: Abeilles",
    '1:32 error: Unknown key "fr"; take it away, or use one of: en, de',
  ],
  [
    "an unknown kind",
    "kind: person",
    "kind: persn",
    '3:19 error: Unknown value "persn" for "kind"; did you mean "person"?',
  ],
  [
    "an unknown key",
    "from: worker, to",
    "form: worker, to",
    '8:7 error: Unknown key "form"; did you mean "from"?',
  ],
  [
    "no steps",
    "steps:\n  - { from: worker, to: hive, text: { en: A bee comes, de: Eine Biene kommt } }",
    "steps: []",
    '7:1 error: Cannot use an empty list for "steps": write at least one step',
  ],
  ["broken YAML", "title: {", "title: ", '1:9 error: A text with ": " in it needs quotation marks; add them'],
];

function said(text: string): string[] {
  const { problems } = readFlow(text, "images/bees.flow.yaml", ["en", "de"]);
  expect(problems.every(({ rule, place }) => rule === "flow" && place.file === "images/bees.flow.yaml")).toBe(
    true,
  );
  return problems.map(
    ({ severity, message, place }) => `${place.line}:${place.column} ${severity}: ${message}`,
  );
}

describe("a flow's file", () => {
  it("is read", () => {
    const { flow, problems } = readFlow(GOOD, "images/bees.flow.yaml", ["en", "de"]);
    expect(problems).toEqual([]);
    expect(flow).toMatchObject({
      name: "bees",
      actors: [{ id: "worker" }, { id: "hive", within: "garden" }],
      steps: [{ starter: "sender", repeats: false, optional: false }],
    });
  });

  it("has its actors in the order of the file, also those that are called by numbers", () => {
    const numbered = GOOD.replaceAll("worker", '"10"').replaceAll("hive", '"2"');
    expect(
      readFlow(numbered, "images/bees.flow.yaml", ["en", "de"]).flow?.actors.map(({ id }) => id),
    ).toEqual(["10", "2"]);
  });

  it("may say one word for every language", () => {
    const { flow } = readFlow(GOOD.replace("{ en: Hive, de: Stock }", "Hive"), "bees.flow.yaml", [
      "en",
      "de",
    ]);
    expect(flow?.actors[1]?.label).toEqual({ en: "Hive", de: "Hive" });
  });

  for (const [what, from, to, ...expected] of SLIPS) {
    it(`reports ${what}`, () => {
      expect(GOOD).toContain(from);
      expect(said(GOOD.replace(from, to))).toEqual(expected);
    });
  }

  it("reports all its slips together", () => {
    const text = GOOD.replace("from: worker", "from: wroker")
      .replace("[hive]", "[hvie]")
      .replace("person", "persn");
    expect(said(text)).toEqual([
      '3:19 error: Unknown value "persn" for "kind"; did you mean "person"?',
      '6:56 error: Cannot find the actor "hvie"; did you mean "hive"?',
      '8:13 error: Cannot find the actor "wroker"; did you mean "worker"?',
    ]);
  });

  it("is told to be too long to read, and drawn all the same", () => {
    const more = Array.from(
      { length: 15 },
      (_, index) => `  bee${index}: { kind: person, label: Bee }\n`,
    ).join("");
    const { flow, problems } = readFlow(GOOD.replace("boundaries:", `${more}boundaries:`), "x.flow.yaml", [
      "en",
      "de",
    ]);
    expect(flow?.actors).toHaveLength(17);
    expect(problems).toMatchObject([
      {
        severity: "notice",
        message: "17 actors are too many to read; keep to 16, or make two flows",
        place: { line: 2 },
      },
    ]);
  });
});

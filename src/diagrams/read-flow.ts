import { basename } from "node:path";
import * as v from "valibot";
import type { Place, Problem, Text } from "../model.ts";
import { asText } from "../yaml/as-text.ts";
import { inFileOrder } from "../yaml/in-file-order.ts";
import { mapping, type Path, textIn, words } from "../yaml/shape.ts";
import { openYaml } from "../yaml/yaml.ts";
import { ACTOR_KINDS, type Actor, type Boundary, type Flow, type Step } from "./flow.ts";
import { findWrongReferences, REFERENCES } from "./references.ts";

/** More than these nobody follows from one end to the other. */
const MOST_ACTORS = 16;

const flowIn = (languages: readonly string[]) => {
  const text = textIn(languages, words);
  const step = mapping({
    from: words,
    to: words,
    starts: v.exactOptional(words),
    text,
    repeats: v.exactOptional(v.boolean()),
    optional: v.exactOptional(v.boolean()),
  });
  const boundary = mapping({
    label: text,
    holds: v.pipe(v.array(words), v.minLength(1, "name at least one actor")),
  });
  return mapping({
    title: text,
    actors: v.pipe(
      v.record(v.string(), mapping({ kind: v.picklist(ACTOR_KINDS), label: text })),
      v.check((actors) => Object.keys(actors).length > 0, "name at least one actor"),
    ),
    boundaries: v.optional(v.record(v.string(), boundary), {}),
    steps: v.pipe(v.array(step), v.minLength(1, "write at least one step")),
  });
};

export interface ReadFlow {
  /** Undefined where an error keeps the flow from being drawn. */
  readonly flow: Flow | undefined;
  readonly problems: readonly Problem[];
  /** Where a part of the file stands. */
  readonly place: (path: Path) => Place;
}

/** The text of a `*.flow.yaml` → the flow, with every slip in it at its line. */
export function readFlow(text: string, file: string, languages: readonly string[]): ReadFlow {
  const yaml = openYaml(text, file, "flow");
  const { value, problems: slips, place } = yaml.check(flowIn(languages));
  const references = yaml.check(REFERENCES).value;
  const wrong = references === undefined ? [] : findWrongReferences(references);
  const problems = [
    ...slips,
    ...wrong.map(
      ({ message, path }): Problem => ({ rule: "flow", severity: "error", message, place: place(path) }),
    ),
  ];
  if (value === undefined || problems.length > 0) {
    return { flow: undefined, problems: inLineOrder(problems), place };
  }
  const flow = flowOf(value, file, languages, place);
  const count = flow.actors.length;
  if (count <= MOST_ACTORS) return { flow, problems, place };
  const message = `${count} actors are too many to read; keep to ${MOST_ACTORS}, or make two flows`;
  const notice: Problem = { rule: "flow", severity: "notice", message, place: place(["actors"]) };
  return { flow, problems: [notice], place };
}

function inLineOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function flowOf(
  value: v.InferOutput<ReturnType<typeof flowIn>>,
  file: string,
  languages: readonly string[],
  place: (path: Path, part?: "key") => Place,
): Flow {
  const inEach = (given: string | Record<string, string>): Text => asText(given, languages);
  const holders = new Map(
    Object.entries(value.boundaries).flatMap(([id, { holds }]) => holds.map((held) => [held, id])),
  );
  const within = (id: string) => {
    const holder = holders.get(id);
    return holder === undefined ? {} : { within: holder };
  };
  return {
    name: basename(file).replace(/\.flow\.yaml$/, ""),
    file,
    languages,
    title: inEach(value.title),
    actors: inFileOrder(value.actors, (id) => place(["actors", id], "key")).map(
      ([id, { kind, label }]): Actor => ({ id, kind, label: inEach(label), ...within(id) }),
    ),
    boundaries: inFileOrder(value.boundaries, (id) => place(["boundaries", id], "key")).map(
      ([id, { label }]): Boundary => ({ id, label: inEach(label), ...within(id) }),
    ),
    steps: value.steps.map(
      ({ from, to, starts = from, text, repeats = false, optional = false }, index): Step => ({
        from,
        to,
        starter: starts === from ? "sender" : "receiver",
        text: inEach(text),
        repeats,
        optional,
        place: place(["steps", index]),
      }),
    ),
  };
}

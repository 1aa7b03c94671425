import { basename } from "node:path";
import * as v from "valibot";
import type { Place, Problem, Text } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { asText } from "../yaml/as-text.ts";
import { mapping, type Path, textIn, words } from "../yaml/shape.ts";
import { openYaml } from "../yaml/yaml.ts";
import { ACTOR_KINDS, type Actor, type Boundary, type Flow, type Step } from "./flow.ts";

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

/** Only the names that refer to each other, of a file whose other parts may be wrong. "" stands for what is no name. */
const name = v.fallback(v.string(), "");
const REFERENCES = v.object({
  actors: v.fallback(v.record(v.string(), v.unknown()), {}),
  boundaries: v.fallback(
    v.record(v.string(), v.fallback(v.looseObject({ holds: v.fallback(v.array(name), []) }), { holds: [] })),
    {},
  ),
  steps: v.fallback(
    v.array(
      v.fallback(
        v.looseObject({ from: name, to: name, starts: v.fallback(v.optional(v.string()), undefined) }),
        {
          from: "",
          to: "",
          starts: undefined,
        },
      ),
    ),
    [],
  ),
});

type References = v.InferOutput<typeof REFERENCES>;

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
  place: (path: Path) => Place,
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
    actors: Object.entries(value.actors).map(
      ([id, { kind, label }]): Actor => ({ id, kind, label: inEach(label), ...within(id) }),
    ),
    boundaries: Object.entries(value.boundaries).map(
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

interface Wrong {
  readonly message: string;
  readonly path: Path;
}

function findWrongReferences({ actors, boundaries, steps }: References): Wrong[] {
  const actorIds = Object.keys(actors);
  const known = [...actorIds, ...Object.keys(boundaries)];
  const found: Wrong[] = [];
  const holders = new Map<string, string>();
  for (const [id, { holds }] of Object.entries(boundaries)) {
    if (actorIds.includes(id)) {
      found.push({
        message: `"${id}" is an actor already; give the boundary another name`,
        path: ["boundaries", id],
      });
    }
    for (const [index, held] of holds.entries()) {
      if (held === "") continue;
      const path = ["boundaries", id, "holds", index];
      const holder = holders.get(held);
      if (!known.includes(held)) found.push({ message: unknownActor(held, known), path });
      else if (holder === id)
        found.push({ message: `"${held}" is named twice here; keep one of them`, path });
      else if (holder !== undefined) {
        found.push({ message: `"${held}" is held by "${holder}" already; let one boundary hold it`, path });
      } else holders.set(held, id);
    }
  }
  return [
    ...found,
    ...findCircles(Object.keys(boundaries), holders),
    ...steps.flatMap((step, index) => findWrongEnds(step, index, actorIds)),
  ];
}

function findWrongEnds(
  { from, to, starts }: References["steps"][number],
  index: number,
  actors: readonly string[],
): Wrong[] {
  const found: Wrong[] = [];
  const report = (message: string, key: string) => found.push({ message, path: ["steps", index, key] });
  if (from !== "" && !actors.includes(from)) report(unknownActor(from, actors), "from");
  if (to !== "" && !actors.includes(to)) report(unknownActor(to, actors), "to");
  if (to !== "" && from === to) report(`This step leads from "${from}" to itself; name two actors`, "to");
  if (from !== "" && to !== "" && starts !== undefined && starts !== from && starts !== to) {
    const near = didYouMean(starts, [from, to]) || `; name "${from}" or "${to}"`;
    report(`"${starts}" is at neither end of this step and cannot start it${near}`, "starts");
  }
  return found;
}

/** One for each circle, at the first boundary of it. */
function findCircles(boundaries: readonly string[], holders: ReadonlyMap<string, string>): Wrong[] {
  return boundaries.flatMap((id, index) => {
    const chain = holderChain(id, holders);
    if (!chain.includes(id) || chain.some((other) => other !== id && boundaries.indexOf(other) < index))
      return [];
    const way = chain.filter((other) => other !== id).reverse();
    const by = way.length === 0 ? "" : `, by way of "${way.join('" and "')}"`;
    return [
      {
        message: `The boundary "${id}" holds itself${by}; take it out there`,
        path: ["boundaries", id, "holds"],
      },
    ];
  });
}

function unknownActor(id: string, known: readonly string[]): string {
  const near = didYouMean(id, known) || `; use one of: ${known.join(", ")}`;
  return `Cannot find the actor "${id}"${near}`;
}

/** What holds it, what holds that, and so on; ends where it comes round. */
function holderChain(id: string, holders: ReadonlyMap<string, string>): string[] {
  const chain: string[] = [];
  for (let at = holders.get(id); at !== undefined && !chain.includes(at); at = holders.get(at))
    chain.push(at);
  return chain;
}

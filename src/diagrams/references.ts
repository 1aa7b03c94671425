import * as v from "valibot";
import { didYouMean } from "../nearest.ts";
import type { Path } from "../yaml/shape.ts";

/** "" stands for what is no name. */
const NAME = v.fallback(v.string(), "");
const BOUNDARY = v.looseObject({ holds: v.fallback(v.array(NAME), []) });
const STEP = v.looseObject({ from: NAME, to: NAME, starts: v.fallback(v.optional(v.string()), undefined) });

/** Only the names that refer to each other, of a file whose other parts may be wrong. */
export const REFERENCES = v.object({
  actors: v.fallback(v.record(v.string(), v.unknown()), {}),
  boundaries: v.fallback(v.record(v.string(), v.fallback(BOUNDARY, { holds: [] })), {}),
  steps: v.fallback(v.array(v.fallback(STEP, { from: "", to: "", starts: undefined })), []),
});

type References = v.InferOutput<typeof REFERENCES>;

interface Wrong {
  readonly message: string;
  readonly path: Path;
}

export function findWrongReferences({ actors, boundaries, steps }: References): Wrong[] {
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

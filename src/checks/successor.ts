import type { Spot } from "../content/found-addresses.ts";
import { nearest } from "../nearest.ts";

/** What may answer for a lost id. If it is new, nobody can have linked to it: it is probably the same, renamed. */
export interface Successor {
  readonly spot: Spot;
  readonly isNew: boolean;
}

/**
 * For each lost id: what is new where it stood; else what sounds like it; else the section around it. `published` has
 * the order that the page had: what is new between two neighbours takes the place of what is lost between them.
 */
export function findSuccessors(
  published: readonly string[],
  spots: readonly Spot[],
  isKnown: (id: string) => boolean,
): ReadonlyMap<string, Successor> {
  const places = new Map(spots.map((spot, index) => [spot.id, index]));
  const successors = new Map<string, Successor>();
  let lost: string[] = [];
  let before = -1;
  const close = (end: number): void => {
    const fresh = spots.slice(before + 1, end).filter((spot) => !isKnown(spot.id));
    for (const [id, spot] of pair(lost, fresh)) successors.set(id, { spot, isNew: true });
    for (const id of lost.filter((name) => !successors.has(name))) {
      const spot = soundingLike(id, spots) ?? openingOf(spots, spots[Math.max(0, before)]);
      if (spot !== undefined) successors.set(id, { spot, isNew: !isKnown(spot.id) });
    }
    lost = [];
  };
  for (const id of published) {
    const place = places.get(id);
    if (place === undefined) lost.push(id);
    else {
      close(place);
      before = place;
    }
  }
  close(spots.length);
  return successors;
}

/** Those that sound alike first; the others in their order. */
function pair(lost: readonly string[], fresh: readonly Spot[]): Map<string, Spot> {
  const pairs = new Map<string, Spot>();
  const free = new Set(fresh);
  const join = (id: string, spot: Spot | undefined): void => {
    if (spot === undefined) return;
    pairs.set(id, spot);
    free.delete(spot);
  };
  for (const id of lost) join(id, soundingLike(id, [...free]));
  for (const id of lost.filter((name) => !pairs.has(name))) join(id, [...free][0]);
  return pairs;
}

function openingOf(spots: readonly Spot[], inside: Spot | undefined): Spot | undefined {
  return spots.find(({ section }) => section === inside?.section);
}

function soundingLike(id: string, spots: readonly Spot[]): Spot | undefined {
  const ids = spots.map((spot) => spot.id);
  const name = nearest(id, ids) ?? sharingWords(id, ids);
  return spots.find((spot) => spot.id === name);
}

/** `dance-of-bees` and `why-bees-dance` share two thirds of their words or more, where long words count for more. */
function sharingWords(id: string, others: readonly string[]): string | undefined {
  const wanted = id.split("-");
  let [best, most]: [string | undefined, number] = [undefined, 2 / 3];
  for (const other of others) {
    const words = other.split("-");
    const shared = wanted.filter((word) => words.includes(word));
    const share = (2 * lengthOf(shared)) / (lengthOf(wanted) + lengthOf(words));
    if (share >= most) [best, most] = [other, share];
  }
  return best;
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

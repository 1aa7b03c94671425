import { diffArrays, diffWordsWithSpace } from "diff";
import type { Problem } from "../model.ts";
import { without } from "../without.ts";
import { type Pair, pairPages, pairParts, pairUp } from "./pairs.ts";
import type { PartView, View, Weight } from "./view.ts";

/** What readers, and links from outside, would notice of a change. */
export interface Review {
  readonly pages: readonly PageReview[];
  readonly translations: readonly Pair<string>[];
  /** Files below `images/`. */
  readonly pictures: readonly Pair<PictureState>[];
  readonly problems: { readonly added: readonly Problem[]; readonly solved: readonly Problem[] };
}

export interface PictureState {
  /** Of what is in the file. */
  readonly hash: string;
  /** Where the built site shows it, if it does. */
  readonly shown?: string;
}

export interface PageReview {
  readonly path: string;
  /** Its path before, where that leads here now. */
  readonly was?: string;
  readonly weight: { readonly before?: Weight; readonly after?: Weight };
  /** Only those with a change. */
  readonly parts: readonly PartReview[];
}

export interface PartReview {
  readonly name: string;
  /** Its name before, where that was another. */
  readonly was?: string;
  readonly changes: readonly Change[];
  /** Of the whole page: what stands in another part of it now still answers. */
  readonly ids: GainedAndLost;
  readonly links: GainedAndLost;
  readonly pictures: GainedAndLost;
}

export interface GainedAndLost {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** A line of the page, word by word where it only reads otherwise. */
export interface Change {
  readonly words: readonly { readonly kind: "same" | "added" | "removed"; readonly text: string }[];
}

/** One state of the site. */
export interface Side {
  readonly views: readonly View[];
  /** Old paths of pages, each with the one that it leads to. */
  readonly moved: ReadonlyMap<string, string>;
  readonly translations: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, PictureState>;
  readonly problems: readonly Problem[];
}

/** Two states of a site → what is different between them, for readers. */
export function compareSides(before: Side, after: Side): Review {
  return {
    pages: pairPages(before.views, after.views, after.moved).map(comparePage),
    translations: changed(before.translations, after.translations, (state) => state),
    pictures: changed(before.pictures, after.pictures, ({ hash }) => hash),
    problems: {
      added: without(after.problems, before.problems, nameOf),
      solved: without(before.problems, after.problems, nameOf),
    },
  };
}

/** A problem is the same one wherever its line has moved to. */
function nameOf({ rule, message, place }: Problem): string {
  return [rule, message, place.file].join("\0");
}

function comparePage({ name: path, was, before, after }: Pair<View>): PageReview {
  const [known, there] = [idsOf(before), idsOf(after)];
  const parts = pairParts(before, after)
    .map(comparePart)
    .map(({ ids: { gained, lost }, ...part }) => ({
      ...part,
      ids: { gained: gained.filter((id) => !known.has(id)), lost: lost.filter((id) => !there.has(id)) },
    }))
    .filter(
      ({ changes, was, ...lists }) =>
        changes.length > 0 || was !== undefined || Object.values(lists).some(hasMoved),
    );
  return {
    path,
    ...(was === undefined ? {} : { was }),
    weight: { ...(before && { before: before.weight }), ...(after && { after: after.weight }) },
    parts,
  };
}

function idsOf(view: View | undefined): ReadonlySet<string> {
  return new Set([...(view?.parts.values() ?? [])].flatMap(({ ids }) => ids));
}

const NOTHING: PartView = { lines: [], ids: [], links: [], pictures: [] };

function comparePart({ name, was, before = NOTHING, after = NOTHING }: Pair<PartView>): PartReview {
  return {
    name,
    ...(was === undefined ? {} : { was }),
    changes: compareLines(before.lines, after.lines),
    ids: gainedAndLost(before.ids, after.ids),
    links: gainedAndLost(before.links, after.links),
    pictures: gainedAndLost(before.pictures, after.pictures),
  };
}

function hasMoved(list: string | GainedAndLost): boolean {
  return typeof list !== "string" && list.gained.length + list.lost.length > 0;
}

/** Lines that stand at the same place are compared word by word, as long as they share enough to be the same line. */
export function compareLines(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]): void => {
    const both = Math.min(removed.length, added.length);
    for (let at = 0; at < both; at++) changes.push(...compareLine(removed[at] ?? "", added[at] ?? ""));
    changes.push(...removed.slice(both).map((text) => whole("removed", text)));
    changes.push(...added.slice(both).map((text) => whole("added", text)));
    removed = [];
  };
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) removed = part.value;
    else flush(part.added ? part.value : []);
  }
  flush([]);
  return changes;
}

/** Of two lines that share less than this, each is told by itself: a patchwork of both is hard to read. */
const SHARED = 0.4;

function compareLine(before: string, after: string): Change[] {
  const words = diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
    text: value,
  }));
  const same = words.filter(({ kind }) => kind === "same").reduce((sum, { text }) => sum + text.length, 0);
  if (same < SHARED * Math.max(before.length, after.length)) {
    return [whole("removed", before), whole("added", after)];
  }
  return [{ words }];
}

function whole(kind: "added" | "removed", text: string): Change {
  return { words: [{ kind, text }] };
}

function gainedAndLost(before: readonly string[], after: readonly string[]): GainedAndLost {
  const same = (text: string): string => text;
  return { gained: without(after, before, same), lost: without(before, after, same) };
}

function changed<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  key: (value: Value) => string,
): Pair<Value>[] {
  return pairUp(before, after).filter(
    ({ before: old, after: now }) => old === undefined || now === undefined || key(old) !== key(now),
  );
}

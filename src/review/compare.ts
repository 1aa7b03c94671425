import { diffArrays, diffWordsWithSpace } from "diff";
import type { Problem } from "../model.ts";
import type { PartView, View, Weight } from "./view.ts";

/** What readers, and links from outside, would notice of a change. */
export interface Review {
  readonly pages: readonly PageReview[];
  readonly translations: readonly Moved<string>[];
  /** Files below `images/`. */
  readonly pictures: readonly Moved<PictureState>[];
  readonly problems: { readonly added: readonly Problem[]; readonly solved: readonly Problem[] };
}

export interface PictureState {
  /** Of what is in the file. */
  readonly hash: string;
  /** Where the built site shows it, if it does. */
  readonly shown?: string;
}

/** Something that has changed from one value to another; without the one it is new, without the other it is gone. */
export interface Moved<Value> {
  readonly name: string;
  readonly before?: Value;
  readonly after?: Value;
}

export interface PageReview {
  readonly path: string;
  readonly weight: { readonly before?: Weight; readonly after?: Weight };
  /** Only those with a change. */
  readonly parts: readonly PartReview[];
}

export interface PartReview {
  readonly name: string;
  readonly changes: readonly Change[];
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
  readonly translations: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, PictureState>;
  readonly problems: readonly Problem[];
}

/** Two states of a site → what is different between them, for readers. */
export function compareSides(before: Side, after: Side): Review {
  return {
    pages: pairs(byPath(before), byPath(after)).map(([path, old, now]) => comparePage(path, old, now)),
    translations: moved(before.translations, after.translations, (state) => state),
    pictures: moved(before.pictures, after.pictures, ({ hash }) => hash),
    problems: {
      added: without(after.problems, before.problems, nameOf),
      solved: without(before.problems, after.problems, nameOf),
    },
  };
}

function byPath({ views }: Side): Map<string, View> {
  return new Map(views.map((view) => [view.path, view]));
}

/** A problem is the same one wherever its line has moved to. */
function nameOf({ rule, message, place }: Problem): string {
  return [rule, message, place.file].join("\0");
}

function comparePage(path: string, before: View | undefined, after: View | undefined): PageReview {
  const parts = pairs(before?.parts ?? new Map(), after?.parts ?? new Map())
    .map(([name, old, now]) => comparePart(name, old ?? NOTHING, now ?? NOTHING))
    .filter(({ changes, ...lists }) => changes.length > 0 || Object.values(lists).some(hasMoved));
  return {
    path,
    weight: { ...(before && { before: before.weight }), ...(after && { after: after.weight }) },
    parts,
  };
}

const NOTHING: PartView = { lines: [], ids: [], links: [], pictures: [] };

function comparePart(name: string, before: PartView, after: PartView): PartReview {
  return {
    name,
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

/** What the one has that the other has not, each as often. */
function without<Item>(some: readonly Item[], others: readonly Item[], key: (item: Item) => string): Item[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1);
  return some.filter((item) => {
    const count = left.get(key(item)) ?? 0;
    left.set(key(item), count - 1);
    return count <= 0;
  });
}

function moved<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  key: (value: Value) => string,
): Moved<Value>[] {
  return pairs(before, after)
    .filter(([, old, now]) => old === undefined || now === undefined || key(old) !== key(now))
    .map(([name, old, now]) => ({
      name,
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    }));
}

/** By key, in the order of the second; what is only in the first comes last. */
function pairs<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): [string, Value | undefined, Value | undefined][] {
  const keys = new Set([...after.keys(), ...before.keys()]);
  return [...keys].map((key) => [key, before.get(key), after.get(key)]);
}

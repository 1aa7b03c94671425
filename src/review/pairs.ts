import type { PartView, View } from "./view.ts";

/** The two states of something. Without the one it is new, without the other it is gone. */
export interface Pair<Value> {
  readonly name: string;
  /** Its name before, where that was another. */
  readonly was?: string;
  readonly before?: Value;
  readonly after?: Value;
}

/**
 * By name, in the order of what is there now; what is only in the first comes last. `renamed` gives names of before the
 * names that they have now.
 */
export function pairUp<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  renamed: ReadonlyMap<string, string> = new Map(),
): Pair<Value>[] {
  const was = new Map([...renamed].map(([old, now]) => [now, old]));
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names
    .filter((name) => !renamed.has(name))
    .map((name) => {
      const old = was.get(name);
      const [earlier, later] = [before.get(old ?? name), after.get(name)];
      return {
        name,
        ...(old === undefined ? {} : { was: old }),
        ...(earlier === undefined ? {} : { before: earlier }),
        ...(later === undefined ? {} : { after: later }),
      };
    });
}

export function pairPages(
  before: readonly View[],
  after: readonly View[],
  moved: ReadonlyMap<string, string>,
): Pair<View>[] {
  const [old, now] = [byPath(before), byPath(after)];
  const renamed = [...old.keys()].flatMap((path) => {
    const to = moved.get(path);
    return to === undefined || now.has(path) || !now.has(to) || old.has(to) ? [] : [[path, to] as const];
  });
  return pairUp(old, now, onceEach(renamed));
}

function byPath(views: readonly View[]): Map<string, View> {
  return new Map(views.map((view) => [view.path, view]));
}

export function pairParts(before: View | undefined, after: View | undefined): Pair<PartView>[] {
  const [old, now] = [before?.parts ?? new Map(), after?.parts ?? new Map()];
  const fresh = [...now].filter(([name]) => !old.has(name));
  const renamed = [...old]
    .filter(([name]) => !now.has(name))
    .flatMap(([name, part]) => {
      const same =
        fresh.find(([, { ids }]) => ids.includes(name)) ?? fresh.find(([, to]) => isAlike(part, to));
      return same === undefined ? [] : [[name, same[0]] as const];
    });
  return pairUp(old, now, onceEach(renamed));
}

/** Whether half of what one of them says stands in the other. */
function isAlike({ lines }: PartView, other: PartView): boolean {
  const theirs = new Set(other.lines);
  const shared = lines.filter((line) => theirs.has(line)).length;
  return shared > 0 && shared >= Math.max(lines.length, theirs.size) / 2;
}

/** What two have become, only the first has: the other is gone. */
function onceEach(renamed: readonly (readonly [string, string])[]): Map<string, string> {
  const first = new Map(renamed.map(([old, now]) => [now, old]).reverse() as [string, string][]);
  return new Map([...first].map(([now, old]) => [old, now]));
}

import type { Place } from "../model.ts";

/** Keys and values as a file has them: JavaScript puts keys that are numbers first, in the order of their size. */
export function inFileOrder<Value>(
  data: Readonly<Record<string, Value>>,
  placeOf: (key: string) => Place,
): [key: string, value: Value][] {
  return Object.entries(data)
    .map((entry) => ({ entry, place: placeOf(entry[0]) }))
    .sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
    .map(({ entry }) => entry);
}

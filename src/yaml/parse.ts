import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Place } from "../model.ts";
import { brokenParts } from "./yaml-slips.ts";

/** A part of a text, as far as it is in its first line. */
export type Spot = Omit<Place, "file">;

/** Where the parts of a value stand: by key, or by number in a list. */
export interface Spots {
  readonly key: Spot;
  /** The value alone; the key where it is a list, or has keys of its own. */
  readonly value: Spot;
  readonly parts?: Readonly<Record<string, Spots>>;
}

/** What a YAML text says. Plain data, which can be kept. */
export interface Parsed {
  readonly data: unknown;
  readonly spots: Spots;
  /** Where there is such a part, there is no data. */
  readonly broken: readonly { readonly message: string; readonly spot: Spot }[];
}

export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true };
  const document = parseDocument(text, options);
  const at = (start: number, end: number): Spot => {
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf("\n", start);
    const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    return { line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, stop - start) };
  };
  const spotOf = (node: MaybeNode): Spot =>
    node === null ? { line: 1, column: 1 } : at(node.range[0], node.range[1]);
  const broken = brokenParts(document, text).map(({ message, start, end }) => ({
    message,
    spot: at(start, end),
  }));
  return {
    data: broken.length > 0 ? undefined : (document.toJS() ?? {}),
    spots: spotsOf(document.contents, spotOf),
    broken,
  };
}

type MaybeNode = ParsedNode | null;

function spotsOf(node: MaybeNode, spotOf: (node: MaybeNode) => Spot, key = spotOf(node), value = key): Spots {
  if (isMap<ParsedNode, MaybeNode>(node)) {
    const parts = node.items.map((pair): [string, Spots] => {
      const name = spotOf(pair.key);
      const isGiven = isScalar(pair.value) && pair.value.value !== null;
      const own = spotsOf(pair.value, spotOf, name, isGiven ? spotOf(pair.value) : name);
      return [isScalar(pair.key) ? String(pair.key.value) : "", own];
    });
    return { key, value, parts: Object.fromEntries(parts) };
  }
  if (!isSeq<MaybeNode>(node)) return { key, value };
  return { key, value, parts: Object.fromEntries(node.items.map((item, at) => [at, spotsOf(item, spotOf)])) };
}

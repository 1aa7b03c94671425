import * as v from "valibot";
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Place, Problem } from "../model.ts";
import { didYouMean } from "../nearest.ts";

/** A value of a YAML file that a schema has checked, and where in the file each part of it stands. */
export interface Checked<Value> {
  /** Undefined when the text does not have the shape at all; what is merely too much is left out. */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  readonly place: (path: Path) => Place;
}

type Path = readonly (string | number)[];
type Schema<Value> = v.GenericSchema<unknown, Value>;

/** Reads YAML text and holds it against a schema. Every slip becomes a problem at its line, none stops the reading. */
export function readYaml<Value>(
  text: string,
  file: string,
  rule: string,
  schema: Schema<Value>,
): Checked<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf("\n", start);
    const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, stop - start) };
  };
  const place = (path: Path): Place => {
    const range = rangeOf(document, path);
    return range === undefined ? { file, line: 1, column: 1 } : at(range[0], range[1]);
  };
  const problem = (message: string, where: Place): Problem => ({
    rule,
    severity: "error",
    message,
    place: where,
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problem(`Cannot read this as YAML: ${message.split("\n")[0]}`, at(pos[0], pos[1])),
    );
    return { value: undefined, problems, place };
  }
  // An alias that is used often enough makes a small file huge: none is needed in settings.
  const data: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const result = v.safeParse(schema, data);
  const problems = [
    ...(result.issues ?? []).map((issue) => problem(messageOf(issue, pathOf(issue)), place(pathOf(issue)))),
    ...unknownKeys(schema as Shape, data).map(({ path, known }) => {
      const key = String(path.at(-1));
      return problem(
        `Unknown key "${key}"${didYouMean(key, known) || `; known are: ${known.join(", ")}`}`,
        place(path),
      );
    }),
  ];
  return { value: result.typed ? result.output : undefined, problems, place };
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

function rangeOf(
  document: ReturnType<typeof parseDocument>,
  path: Path,
): readonly [number, number] | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent) && key !== undefined) {
    // A key says more than its value about an unknown one; a wrong value is found beside it.
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    const node = isScalar(pair?.value) && pair.value.value !== null ? pair.value : pair?.key;
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  return path.length === 0 ? undefined : rangeOf(document, path.slice(0, -1));
}

function messageOf(issue: v.BaseIssue<unknown>, path: Path): string {
  const key = String(path.at(-1) ?? "");
  const name = path.length === 0 ? "the file" : `"${path.join(".")}"`;
  if (issue.type === "object" && issue.received === "undefined")
    return `Cannot find the key "${key}"; add it`;
  if (issue.type === "picklist") {
    const options = (issue.expected ?? "")
      .replaceAll('"', "")
      .replace(/^\(|\)$/g, "")
      .split(" | ");
    const value = String(issue.input);
    return `Unknown value "${value}" for ${name}${didYouMean(value, options) || `; use one of: ${options.join(", ")}`}`;
  }
  if (issue.kind === "validation") return `Cannot use ${quoted(issue.input)} for ${name}: ${issue.message}`;
  return `Cannot read ${name}: expected ${expectation(issue.expected)}, found ${quoted(issue.input)}`;
}

interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
}

/**
 * The keys that no part of the schema names, with those it knows and that are not there yet. Valibot's own strict
 * objects tell the first such key only, and then give up the rest of the file.
 */
function unknownKeys(shape: Shape, data: unknown, path: Path = []): { path: Path; known: string[] }[] {
  if (shape.wrapped !== undefined) return unknownKeys(shape.wrapped, data, path);
  if (shape.type === "union") {
    const fits = (shape.options as Shape[]).find(({ type }) => type === "object" && isMapping(data));
    return fits === undefined ? [] : unknownKeys(fits, data, path);
  }
  if (Array.isArray(data) && shape.item !== undefined) {
    const { item } = shape;
    return data.flatMap((value, index) => unknownKeys(item, value, [...path, index]));
  }
  if (!isMapping(data) || shape.type === "loose_object") return [];
  const { entries, value: each } = shape;
  const missing = Object.keys(entries ?? {}).filter((key) => !Object.hasOwn(data, key));
  return Object.entries(data).flatMap(([key, value]) => {
    const inner = entries === undefined ? each : Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (inner !== undefined) return unknownKeys(inner, value, [...path, key]);
    return entries === undefined ? [] : [{ path: [...path, key], known: missing }];
  });
}

function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function expectation(expected: string | null): string {
  if (expected === null) return "something else";
  if (expected === "Array") return "a list";
  if (expected === "Object") return "a mapping of keys to values";
  return expected.replaceAll(" | ", " or ").replace(/^\(|\)$/g, "");
}

function quoted(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : `"${String(value)}"`;
}

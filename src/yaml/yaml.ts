import type * as v from "valibot";
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { Place, Problem } from "../model.ts";
import { type Path, type Slip, slipsOf } from "./shape.ts";
import { brokenParts } from "./yaml-slips.ts";

/** A value of a YAML file that a schema has checked, and where in the file each part of it stands. */
export interface Checked<Value> {
  /** Undefined when the text does not have the shape at all; what is merely too much is left out. */
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  readonly place: (path: Path, part?: Slip["part"]) => Place;
}

/** A YAML file, parsed once, to be held against as many schemas as it takes. */
export interface YamlFile {
  check<Value>(schema: v.GenericSchema<unknown, Value>): Checked<Value>;
}

/** Reads YAML text and holds it against a schema. Every slip becomes a problem at its line, none stops the reading. */
export function readYaml<Value>(
  text: string,
  file: string,
  rule: string,
  schema: v.GenericSchema<unknown, Value>,
): Checked<Value> {
  return openYaml(text, file, rule).check(schema);
}

export function openYaml(text: string, file: string, rule: string): YamlFile {
  const problem = (message: string, place: Place): Problem => ({ rule, severity: "error", message, place });
  if (isTooDeep(text)) {
    const start = { file, line: 1, column: 1 };
    const problems = [problem("Cannot read this file: its lists lie too deep in each other", start)];
    return { check: () => ({ value: undefined, problems, place: () => start }) };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  });
  const at = (start: number, end: number): Place => {
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf("\n", start);
    const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
    return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, stop - start) };
  };
  const place = (path: Path, part: Slip["part"] = "value"): Place => {
    const range = rangeOf(document, path, part);
    return range === undefined ? { file, line: 1, column: 1 } : at(range[0], range[1]);
  };
  const broken = brokenParts(document, text).map(({ message, start, end }) =>
    problem(message, at(start, end)),
  );
  if (broken.length > 0) return { check: () => ({ value: undefined, problems: broken, place }) };
  const data: unknown = document.toJS() ?? {};
  return {
    check(schema) {
      const { value, slips } = slipsOf(schema, data);
      const problems = slips.map(({ message, path, part }) => problem(message, place(path, part)));
      return { value, problems, place };
    },
  };
}

const DEEPEST = 50;

/**
 * The parser calls itself for each level: some thousand of them end the process, and no error can be caught then.
 * Brackets and indents inside texts are counted too, which does no harm.
 */
function isTooDeep(text: string): boolean {
  if (/(?:[-?:][ \t]+){50}/.test(text)) return true;
  const indents: number[] = [];
  for (const line of text.split("\n")) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    if (indents.push(indent) > DEEPEST) return true;
  }
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

function rangeOf(
  document: ReturnType<typeof parseDocument>,
  path: Path,
  part: Slip["part"],
): readonly [number, number] | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent) && key !== undefined) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    const hasValue = isScalar(pair?.value) && pair.value.value !== null;
    const node = part === "value" && hasValue ? pair.value : pair?.key;
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  return path.length === 0 ? undefined : rangeOf(document, path.slice(0, -1), part);
}

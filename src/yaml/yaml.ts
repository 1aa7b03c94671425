import type * as v from "valibot";
import type { Place, Problem } from "../model.ts";
import { parseKept } from "./kept.ts";
import type { Spots } from "./parse.ts";
import type { Path } from "./shape.ts";
import { type Slip, slipsOf } from "./shape-slips.ts";

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
  const { data, spots, broken } = parseKept(text);
  const place = (path: Path, part: Slip["part"] = "value"): Place => ({
    file,
    ...spotsAt(spots, path)[part],
  });
  if (broken.length > 0) {
    const problems = broken.map(({ message, spot }) => problem(message, { file, ...spot }));
    return { check: () => ({ value: undefined, problems, place }) };
  }
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

/** Those of a part, or else of the nearest one that it would be in. */
function spotsAt(spots: Spots, path: Path): Spots {
  const [step = "", ...further] = path;
  const part = Object.hasOwn(spots.parts ?? {}, step) ? spots.parts?.[step] : undefined;
  return path.length === 0 || part === undefined ? spots : spotsAt(part, further);
}

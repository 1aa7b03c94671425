// What is said about data that does not have its shape.

import * as v from "valibot";
import { didYouMean, nearest } from "../nearest.ts";
import { isMapping, type Path } from "./shape.ts";

/** What does not have its shape. */
export interface Slip {
  readonly message: string;
  readonly path: Path;
  /** A key says more about what is unknown, a value about what is wrong. */
  readonly part: "key" | "value";
  /** The key that was probably meant, next to this one. */
  readonly meant?: string;
}

/** Data held against a schema: every slip in it, and its value where it has all that it needs. */
export function slipsOf<Value>(
  schema: v.GenericSchema<unknown, Value>,
  data: unknown,
): { value: Value | undefined; slips: readonly Slip[] } {
  const result = v.safeParse(schema, data);
  const slips = (result.issues ?? []).map((issue): Slip => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
    return { message: messageOf(issue, path), path, part: "value" };
  });
  // A day that is none would be met again where it is told; deeper down, a part is left out where it is used.
  const wrong = result.typed ? slips.filter(({ path }) => path.length === 1) : slips;
  const rest = wrong.length > 0 ? withoutWrong(schema, data, wrong) : undefined;
  const value = rest ?? (result.typed ? result.output : undefined);
  const unknown = unknownKeys(schema as unknown as Shape, data);
  const mistyped = new Set(unknown.map(({ path, meant }) => [...path.slice(0, -1), meant].join("\0")));
  // A mistyped key is missing as well: to say it once is enough.
  return { value, slips: [...slips.filter(({ path }) => !mistyped.has(path.join("\0"))), ...unknown] };
}

/** What is left when wrong keys are taken away, so that the rest of the site is read and checked as well. */
function withoutWrong<Value>(
  schema: v.GenericSchema<unknown, Value>,
  data: unknown,
  slips: readonly Slip[],
): Value | undefined {
  if (!isMapping(data)) return undefined;
  const wrong = new Set(slips.map(({ path }) => path[0]));
  const rest = v.safeParse(
    schema,
    Object.fromEntries(Object.entries(data).filter(([key]) => !wrong.has(key))),
  );
  return rest.typed ? rest.output : undefined;
}

function messageOf(issue: v.BaseIssue<unknown>, path: Path): string {
  const key = String(path.findLast((step) => typeof step === "string") ?? "");
  const name = key === "" ? "this file" : `"${key}"`;
  if (issue.type === "object" || issue.type === "loose_object") return `Cannot find the key "${key}"; add it`;
  if (issue.type === "picklist") return unknownValue(issue.input, key, optionsOf(issue));
  if (issue.kind === "validation") return `Cannot use ${quoted(issue.input)} for ${name}: ${issue.message}`;
  return `Cannot read ${name}: expected ${expectation(issue)}, found ${quoted(issue.input)}${wayOut(issue)}`;
}

/** `Unknown value "activ" for "status"; did you mean "active"?` */
export function unknownValue(value: unknown, key: string, known: readonly string[]): string {
  const all = `; use one of: ${known.join(", ")}`;
  if (value === undefined || value === null) return `Cannot find a value for "${key}"${all}`;
  if (typeof value === "object") return `Cannot use ${quoted(value)} for "${key}"${all}`;
  return `Unknown value "${value}" for "${key}"${didYouMean(String(value), known) || all}`;
}

function optionsOf({ requirement, expected }: v.BaseIssue<unknown>): string[] {
  if (Array.isArray(requirement)) return requirement.map(String);
  return [...(expected ?? "").matchAll(/"([^"]*)"/g)].map(([, option]) => option ?? "");
}

function expectation({ type }: v.BaseIssue<unknown>): string {
  switch (type) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return 'a list, each line with "- "';
    default:
      return "keys with values";
  }
}

function wayOut({ type, input }: v.BaseIssue<unknown>): string {
  if (input === null || input === undefined) return "; fill it, or take the key away";
  return type === "string" && typeof input !== "object" ? "; put it in quotation marks" : "";
}

/** `"a text"`, `the number 2.1`, `a list` */
export function quoted(data: unknown): string {
  if (data === undefined || data === null) return "nothing";
  if (Array.isArray(data)) return data.length === 0 ? "an empty list" : "a list";
  if (typeof data === "object") return "keys with values";
  return typeof data === "string" ? `"${data}"` : `${typeof data === "boolean" ? "" : "the number "}${data}`;
}

/** What of valibot's schemas is looked at here. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly pipe?: readonly Shape[];
  readonly getter?: (data: unknown) => Shape;
}

// Valibot leaves these out of what it gives back, without a word.
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

/**
 * The keys that no part of the schema names. Valibot's own strict objects tell the first such key only, and then give
 * up the rest of the file.
 */
function unknownKeys(shape: Shape, data: unknown, path: Path = []): Slip[] {
  const inner =
    shape.wrapped ?? shape.getter?.(data) ?? shape.pipe?.find((part) => part.entries !== undefined);
  if (inner !== undefined && inner !== shape) return unknownKeys(inner, data, path);
  const { entries, item, value: each } = shape;
  if (Array.isArray(data)) {
    return item === undefined
      ? []
      : data.flatMap((value, index) => unknownKeys(item, value, [...path, index]));
  }
  if (!isMapping(data) || shape.type === "loose_object") return [];
  const slip = (key: string, message: string): Slip[] => [{ message, path: [...path, key], part: "key" }];
  return Object.entries(data).flatMap(([key, value]) => {
    if (entries !== undefined && Object.hasOwn(entries, key)) {
      const entry = entries[key];
      return entry === undefined ? [] : unknownKeys(entry, value, [...path, key]);
    }
    if (entries !== undefined) return [unknownKey(key, Object.keys(entries), data, path)];
    if (each === undefined) return [];
    if (FORBIDDEN.includes(key)) return slip(key, `Cannot use "${key}" as a name; choose another`);
    return unknownKeys(each, value, [...path, key]);
  });
}

function unknownKey(key: string, known: readonly string[], data: Record<string, unknown>, path: Path): Slip {
  const slip = { path: [...path, key], part: "key" } as const;
  const meant = nearest(
    key,
    known.filter((name) => !Object.hasOwn(data, name)),
  );
  if (meant !== undefined)
    return { ...slip, meant, message: `Unknown key "${key}"; did you mean "${meant}"?` };
  return { ...slip, message: `Unknown key "${key}"; take it away, or use one of: ${known.join(", ")}` };
}

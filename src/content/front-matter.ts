import * as v from "valibot";
import type { Problem } from "../model.ts";
import { day, isDay, mapping, words } from "../yaml/shape.ts";
import { readYaml } from "../yaml/yaml.ts";

const FRONT_MATTER = mapping({
  nav: v.exactOptional(words),
  reviewed: v.exactOptional(day),
  source: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/, 'give the blob id that "git rev-parse HEAD:<file>" names')),
  ),
});

export type FrontMatter = v.InferOutput<typeof FRONT_MATTER>;

interface ReadFrontMatter {
  readonly values: FrontMatter;
  readonly problems: readonly Problem[];
}

/** The few keys that a section may give of itself: `nav`, `reviewed` and, in a translation, `source`. */
export function readFrontMatter(text: string, file: string): ReadFrontMatter {
  const plain = readPlain(text);
  if (plain !== undefined) return { values: plain, problems: [] };
  return readParsed(text, file);
}

/** The same by a real parser, which also tells what is wrong. */
export function readParsed(text: string, file: string): ReadFrontMatter {
  const { value, problems } = readYaml(text, file, "front-matter", FRONT_MATTER);
  return { values: value ?? {}, problems };
}

const PLAIN =
  /^(?:nav: (?<nav>[A-Z][A-Za-z0-9 ,.()?!’-]*)|reviewed: (?<reviewed>\d{4}-\d{2}-\d{2})|source: (?<source>[0-9a-f]{40}))$/;
const NOT_TEXT = /^(?:true|false|null|\d+(?:e\d+)?)$/i;

/**
 * Front matter of the usual kind, whose values cannot mean anything else in YAML: a real parser takes 0.3 ms for
 * each section, a third of all reading. Anything out of the ordinary is left to it.
 */
export function readPlain(text: string): FrontMatter | undefined {
  const values: { nav?: string; reviewed?: string; source?: string } = {};
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const { nav, reviewed, source } = PLAIN.exec(line)?.groups ?? {};
    if (nav !== undefined && values.nav === undefined && !NOT_TEXT.test(nav.trimEnd())) {
      values.nav = nav.trimEnd();
    } else if (reviewed !== undefined && values.reviewed === undefined && isDay(reviewed)) {
      values.reviewed = reviewed;
    } else if (source !== undefined && values.source === undefined && !NOT_TEXT.test(source)) {
      values.source = source;
    } else return undefined;
  }
  return values;
}

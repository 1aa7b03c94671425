import { join } from "node:path";
import { hashOf, keepValue, versionOf } from "../cache.ts";
import { CACHE } from "../project.ts";
import { type Parsed, parseYaml } from "./parse.ts";

/** Raise it when parse.ts comes to tell something else of the same text. */
const revision = 1;
/** In characters. A shorter text is parsed in a millisecond. */
const WORTH_KEEPING = 1000;

/** Parses a text once: to parse the lists of a site, and the words of the interface, takes a tenth of a check. */
export function parseKept(text: string): Parsed {
  if (text.length < WORTH_KEEPING) return parseYaml(text);
  const name = hashOf(`${revision} ${versionOf("yaml")}\n`, text);
  return keepValue(join(CACHE, "yaml", `${name}.json`), () => parseYaml(text));
}

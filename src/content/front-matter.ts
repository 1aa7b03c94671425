import * as v from "valibot";
import type { Problem } from "../model.ts";
import { readYaml } from "./yaml.ts";

const FRONT_MATTER = v.object({
  nav: v.exactOptional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
  reviewed: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "give a day as 2026-11-23"))),
  source: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/, "give the blob id that git names"))),
});

export type FrontMatter = v.InferOutput<typeof FRONT_MATTER>;

/** The few keys that a section may give of itself: `nav`, `reviewed` and, in a translation, `source`. */
export function readFrontMatter(
  text: string | undefined,
  file: string,
): { values: FrontMatter; problems: readonly Problem[] } {
  if (text === undefined) return { values: {}, problems: [] };
  const { value, problems } = readYaml(text, file, "front-matter", FRONT_MATTER);
  return { values: value ?? {}, problems };
}

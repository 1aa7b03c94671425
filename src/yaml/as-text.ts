import type { Text } from "../model.ts";

/** One text for every language, or one for each: `"Handbook"` and `{ en: "Words", de: "Wörter" }`. */
export function asText(given: string | Record<string, string>, languages: readonly string[]): Text {
  return typeof given === "string" ? Object.fromEntries(languages.map((tag) => [tag, given])) : given;
}

import { francAll } from "franc-min";
import { codeOf } from "./known-languages.ts";

// The best has a distance of its own, the second is put beside it on a scale up to 1.
const NEARLY_AS_LIKELY = 0.95;

/** Which of some languages words are in; undefined where two are nearly as likely. */
export function detectLanguage(words: string, languages: readonly string[]): string | undefined {
  const [best, second] = francAll(words, { only: languages.map(codeOf), minLength: 1 });
  if (second !== undefined && second[1] > NEARLY_AS_LIKELY) return undefined;
  return languages.find((language) => codeOf(language) === best?.[0]);
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compact } from "../compact.ts";
import { baseLanguage } from "../language.ts";
import type { Problem, Site, Text } from "../model.ts";
import { parseKept } from "../yaml/kept.ts";

export type Words = Readonly<Record<string, string>>;

/** The language whose words stand in where another has none yet. */
const FALLBACK = "en";

/** Words of the interface, from `layouts/words/<language>.yaml`; `de-AT` takes those of `de`. */
export async function readWords(layouts: string, language: string): Promise<Words> {
  const folder = join(layouts, "words");
  const name = nameFor(language, await readdir(folder));
  const own = name === undefined ? {} : await readOne(folder, name);
  return { ...(await readOne(folder, FALLBACK)), ...own };
}

/** Languages that nobody has translated the words into: their pages say "Contents", in whatever direction they are read. */
export async function findMissingWords(
  layouts: string,
  { languages, languagePlaces }: Pick<Site, "languages" | "languagePlaces">,
): Promise<Problem[]> {
  const there = await readdir(join(layouts, "words"));
  return languages.flatMap((language, index): Problem[] => {
    const place = languagePlaces[index];
    if (place === undefined || nameFor(language, there) !== undefined) return [];
    const file = `layouts/words/${baseLanguage(language)}.yaml`;
    const message = `Cannot find words of the interface in "${language}": its pages have English ones; translate layouts/words/${FALLBACK}.yaml as ${file}`;
    return [{ rule: "words", severity: "notice", message, place }];
  });
}

function nameFor(language: string, files: readonly string[]): string | undefined {
  return [language, baseLanguage(language)].find((tag) => files.includes(`${tag}.yaml`));
}

async function readOne(folder: string, name: string): Promise<Words> {
  const file = join(folder, `${name}.yaml`);
  const words = parseWords(await readFile(file, "utf8"), file);
  const entries: [string, string][] = Object.entries(Object(words));
  const wrong = entries.find(([, word]) => typeof word !== "string");
  if (wrong !== undefined) throw new Error(`Cannot use the word "${wrong[0]}" in ${file}: it is not a text`);
  return Object.fromEntries(entries.map(([key, word]) => [key, compact(word)]));
}

function parseWords(text: string, file: string): unknown {
  const { data, broken } = parseKept(text);
  const [first] = broken;
  if (first === undefined) return data;
  const { line, column } = first.spot;
  throw new Error(`Cannot read the words in ${file}`, {
    cause: new Error(`${line}:${column} ${first.message}`),
  });
}

/** The text in a language, or else in the first that it has. */
export function pick(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}

// The shapes that files are held against.

import * as v from "valibot";
import { isLanguage } from "../language.ts";

/** The way to a part of a file's data: keys, and places in lists. */
export type Path = readonly (string | number)[];

/** Keys with values. Valibot's own object would take a list for one, and then miss every key in it. */
export function mapping<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.custom<Record<string, unknown>>((data) => isMapping(data)),
    v.object(entries),
  );
}

export const words = v.pipe(v.string(), v.nonEmpty("it is empty; write it"));

export const address = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:\/\//.test(text) && URL.canParse(text),
    "give a whole address that begins with https://",
  ),
  v.check(
    (text) => !URL.canParse(text) || !/[\s"<>\\]/.test(text),
    "percent-encode spaces, quotation marks, \\, < and >: a space is %20",
  ),
);

export const language = v.pipe(
  v.string(),
  v.check(isLanguage, 'give a language tag such as "en" or "pt-BR"'),
);

export const day = v.pipe(v.string(), v.check(isDay, "give a day as 2026-11-23"));

/** `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** One text for every language, or one for each of the site's. */
export function textIn<Word extends v.GenericSchema<string>>(languages: readonly string[], word: Word) {
  const each =
    languages.length === 0
      ? v.record(v.string(), word)
      : mapping(Object.fromEntries(languages.map((language) => [language, word])));
  return v.lazy(
    (data): v.GenericSchema<unknown, string | Record<string, string>> => (isMapping(data) ? each : word),
  );
}

export function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

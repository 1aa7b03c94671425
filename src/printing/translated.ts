import { join } from "node:path";
import { hashOf, keepValue } from "../cache.ts";
import { relativeAddress } from "../content/addresses.ts";
import { directionOf } from "../language.ts";
import type { Document, Page, Section } from "../model.ts";
import { CACHE } from "../project.ts";
import type { Words } from "./words.ts";

/** What readers are told above a part that is not translated from the text as it is now. */
export interface TranslationNote {
  readonly text: string;
  /** The same part in the source language. */
  readonly href: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly name: string;
  /** The part itself is in the source language, because its translation is missing. */
  readonly isOriginal: boolean;
}

/** By the part's name. */
export function notesOf(page: Page, document: Document, words: Words): ReadonlyMap<string, TranslationNote> {
  const [language = ""] = document.site.languages;
  const original = document.pages.find((other) => other.name === page.name && other.language === language);
  if (original === undefined || original === page) return new Map();
  const notes = page.sections.flatMap((section): [string, TranslationNote][] => {
    const text = textOf(section, words);
    if (text === undefined) return [];
    const href = `${relativeAddress(page.path, original.path)}#${section.name}`;
    const isOriginal = section.standsFor !== undefined;
    const direction = directionOf(language);
    return [[section.name, { text, href, language, direction, name: nameOf(language), isOriginal }]];
  });
  return new Map(notes);
}

function textOf({ standsFor, isStale }: Section, words: Words): string | undefined {
  if (standsFor !== undefined) return words.translationMissing;
  return isStale === true ? words.translationStale : undefined;
}

/** `11/12`: how many texts of a language are translated from the source as it is now. Undefined for the source itself. */
export function shareTranslated(language: string, { translations }: Document): string | undefined {
  const own = translations.filter((one) => one.language === language && one.state !== "orphan");
  return own.length === 0
    ? undefined
    : `${own.filter(({ state }) => state === "fresh").length}/${own.length}`;
}

const names = new Map<string, string>();

/** What a language calls itself: `Deutsch`. It is kept, because the first such name that a process asks for takes 20 ms. */
export function nameOf(language: string): string {
  const path = join(CACHE, "names", `${hashOf(`${process.versions.icu} ${language}`)}.json`);
  const name =
    names.get(language) ??
    keepValue(path, () => new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language);
  names.set(language, name);
  return name;
}

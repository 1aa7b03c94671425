import { baseLanguage } from "../language.ts";

interface KnownLanguage {
  /** What the detector calls it. */
  readonly code: string;
  /** Small words, one of which stands in nearly every sentence. */
  readonly words: readonly string[];
}

const known = (code: string, words: string): KnownLanguage => ({ code, words: words.split(" ") });

/**
 * Languages that can be told from each other. To add one takes its code in franc, and its commonest words that are not
 * written with a capital in the middle of a sentence.
 */
const KNOWN: Readonly<Record<string, KnownLanguage>> = {
  de: known(
    "deu",
    "aber als auch auf aus bei das dass dem den der des die ein eine einem einen einer er es für ist kann kein keine mit nach nicht noch nur oder sich sie sind über und vom von wenn wer werden wie wird zu zum zur",
  ),
  en: known(
    "eng",
    "a and are as be by can for from has have if is it its no not of on or that the their they this to when which with you your",
  ),
  es: known(
    "spa",
    "al como con cuando de del el en es esta este están hay la las lo los más no para pero por que se si sin son su sus también un una y ya",
  ),
  fr: known(
    "fra",
    "au aux avec ce cette comme dans de des du elle en est et il ils je la le les leur mais ne nous on ou par pas plus pour qu que qui sans se ses si son sont sur un une vous",
  ),
  it: known(
    "ita",
    "al alla anche che come con da dal dei del della delle di è e ed gli ha i il in la le lo ma nel nella non o per più quando se si solo sono su sul un una",
  ),
  nl: known(
    "nld",
    "aan als bij dat de deze die dit door een en er geen het hij in is kan maar met naar niet nog of om ook op over te uit van voor want was wat wordt worden ze zich zijn",
  ),
  pt: known(
    "por",
    "ao aos as com como da das de do dos e ela ele em esta este é há isso mais mas na nas no nos não o os ou para pela pelo por quando que se sem seu sua são também um uma à",
  ),
};

/** The languages of a site that can be told apart, as `de` for `de-AT`. */
export function knownLanguages(tags: readonly string[]): string[] {
  return [...new Set(tags.map(baseLanguage))].filter((language) => language in KNOWN);
}

export function codeOf(language: string): string {
  return KNOWN[language]?.code ?? "und";
}

/** Finds what is common in one of the others and not in `language`: a text that holds none needs no closer look. */
export function wordsOfOthers(language: string, languages: readonly string[]): RegExp | undefined {
  const own = new Set(KNOWN[language]?.words);
  const others = languages
    .filter((other) => other !== language)
    .flatMap((other) => KNOWN[other]?.words ?? []);
  const telling = others.filter((word) => !own.has(word));
  return telling.length === 0 ? undefined : new RegExp(`(?<!\\p{L})(?:${telling.join("|")})(?!\\p{L})`, "u");
}

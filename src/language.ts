/** Whether a text names a language as HTML does: `de`, `pt-BR`. The syntax allows "deutsch" too, but no such tag exists. */
export function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** The language itself, whatever country or script: `pt` for `pt-BR`. */
export function baseLanguage(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** By the script that a language is mostly written in: the call that tells it outright is not in every Node yet. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

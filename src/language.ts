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

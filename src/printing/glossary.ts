import type { Term, Text } from "../model.ts";
import { pick } from "./words.ts";

/** A term as one language shows it. */
export interface PrintedTerm {
  readonly id: string;
  readonly term: string;
  /** What the source language calls it, where that is another word and not the same one in other letters. */
  readonly original?: string;
  readonly definition: string;
  readonly see: readonly { readonly id: string; readonly term: string }[];
}

/** Terms in the order of the reader's alphabet: the same list stands in another order in each language. */
export function printGlossary(terms: readonly Term[], language: string, source: string): PrintedTerm[] {
  const { compare } = new Intl.Collator(language);
  const inLanguage = (text: Text): string => pick(text, language);
  const printed = terms.map(({ id, term, definition, see }): PrintedTerm => {
    const [own, original] = [inLanguage(term), pick(term, source)];
    return {
      id,
      term: own,
      ...(lettersOf(own) === lettersOf(original) ? {} : { original }),
      definition: inLanguage(definition),
      see: see.map((other) => ({ id: other.id, term: inLanguage(other.term) })),
    };
  });
  return printed.sort((a, b) => compare(a.term, b.term));
}

/** `Pull-Request` and `Pull request` are one word. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

import { directionOf } from "../language.ts";
import type { Document, Person, Site } from "../model.ts";
import { authorsOf } from "../printing/authors.ts";
import { canonicalOf } from "../printing/published.ts";
import { pick } from "../printing/words.ts";

/** What is said of a book as a whole. */
export interface About {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Where the same words are on the web; by it the book is known, whatever becomes of its title. */
  readonly address: string;
  readonly authors: readonly Person[];
  readonly licence?: NonNullable<Site["licence"]>;
  /** When what it says was last changed, where that is known: `2026-11-23T10:00:00Z` */
  readonly changed?: string;
  /** The same, or the earliest time that a zip file can tell: every book must have one, and a guess would be a lie. */
  readonly modified: string;
}

const UNKNOWN = "1980-01-01T00:00:00Z";

export function describeBook({ site, pages, history }: Document, language: string): About {
  const own = pages.filter((page) => page.language === language);
  const home = own.find(({ layout }) => layout === "explainer");
  const changed = history.changes
    .map(({ time }) => time)
    .sort()
    .at(-1);
  return {
    title: pick(site.title, language),
    description: pick(site.description, language),
    language,
    direction: directionOf(language),
    address: canonicalOf(site.address, home?.path ?? ""),
    authors: own.flatMap(authorsOf),
    ...(site.licence && { licence: site.licence }),
    ...(changed !== undefined && { changed }),
    modified: changed ?? UNKNOWN,
  };
}

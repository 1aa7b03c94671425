import type { Document, Page, Place, Problem, Section, Site } from "../model.ts";
import type { BuiltFacts } from "./built-facts.ts";

/** What the rules look at: everything the site says, and the pages as they were printed. */
export interface Subject {
  readonly document: Document;
  readonly built: readonly BuiltFacts[];
}

/** One kind of problem. Its name is its file, its test, its fixture and the tag on its message. */
export interface Rule {
  readonly name: string;
  /** A notice is shown and does not stop a build; an error does. */
  readonly severity?: Problem["severity"];
  /** An editor may silence it for one block: `<!-- allow leftover: reason -->` */
  readonly mayBeAllowed?: boolean;
  readonly check: (subject: Subject) => Iterable<Finding> | AsyncIterable<Finding>;
}

export interface Finding {
  readonly message: string;
  readonly place: Place;
}

/** A place as a message names it: `content/en/how.md:12` */
export function named({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** The level on the page of what its author writes as `#`: all sections but the opening move down. */
export function topLevel({ layout }: Page, { name }: Section, { sections }: Site): number {
  return layout === "explainer" && name !== sections[0]?.name ? 2 : 1;
}

import type { Document, Page, Place, Problem, Section } from "../model.ts";
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
  readonly check: (subject: Subject) => Iterable<Finding>;
}

export interface Finding {
  readonly message: string;
  readonly place: Place;
}

/** A place as a message names it: `content/en/how.md:12` */
export function named({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** The level on the page of what its author writes as `#`: sections below the opening move down. */
export function topLevel({ layout, sections }: Page, section: Section): number {
  return layout === "explainer" && section !== sections[0] ? 2 : 1;
}

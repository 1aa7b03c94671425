import type { BuiltPage, Document } from "../model.ts";
import type { Paper } from "./kinds.ts";

/** What a book is made of: a site that has been printed. */
export interface Printed {
  readonly document: Document;
  readonly pages: readonly BuiltPage[];
  /** The folder that the site was built into. */
  readonly folder: string;
  /** A4 by default. */
  readonly paper?: Paper;
}

/** Makes one file of all that a site says in a language. */
export type MakeBook = (language: string, printed: Printed) => Promise<Uint8Array>;

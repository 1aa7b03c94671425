import type { Allowance, Definition, IdMark, LanguageMark, Target, UndefinedLink } from "../model.ts";

/** What the rules of Markdown know about the file they read: markdown-it hands it to each of them as `env`. */
export interface Reading {
  /** Relative to the site's folder: `content/en/how.md` */
  readonly file: string;
  readonly language: string;
  /** The text as markdown-it sees it, cut into lines. */
  readonly lines: readonly string[];
  /** The id of the first heading; also keeps the ids of footnotes apart on a page that holds many files. */
  readonly docId: string;
  /** How many levels the headings move down on the page. */
  readonly shift: 0 | 1;
  /** Words of the interface, in the language of the file. */
  readonly words: Readonly<Record<string, string>>;
  /** Old ids that still answer, by the id that answers for them. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** What to write into `href`, or undefined where a link must lead nowhere. */
  readonly address: (target: Target) => string | undefined;
  readonly allowances: Allowance[];
  readonly languageMarks: LanguageMark[];
  readonly idMarks: IdMark[];
  readonly definitions: Definition[];
  readonly undefinedLinks: UndefinedLink[];
}

/** The ids that were given to something other than a heading. */
export function placedIds({ idMarks, docId }: Reading): Set<string> {
  return new Set(idMarks.flatMap(({ id, isPlaced }) => (isPlaced && id !== docId ? id : [])));
}

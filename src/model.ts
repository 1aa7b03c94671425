// The nouns that every stage shares. Imports nothing.

/** A place in a file that an editor edits. Line and column count from 1; the file is relative to the site's folder. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters of the line are meant; 1 where only the place is known. */
  readonly length?: number;
}

/** What a check reports. An error stops build and check, a notice is only shown. */
export interface Problem {
  readonly rule: string;
  readonly severity: "error" | "notice";
  /** What is wrong, with the value in quotes, then the way out. Capital first, no full stop. */
  readonly message: string;
  readonly place: Place;
}

/** One text per language: `{ en: "What", de: "Was" }`. */
export type Text = Readonly<Record<string, string>>;

// ── What the settings say ──────────────────────────────────────────────────────────────────────

/** An entry of the ordered list of sections, or of pages. */
export interface Entry {
  /** The file's name without `.md`; for a section also the id of its heading. */
  readonly name: string;
  /** A list kept as data that stands after the text: the name of a file in `content/_data/`, or `legal`. */
  readonly shows?: string;
  readonly place: Place;
}

export interface Site {
  readonly title: Text;
  readonly titlePlace: Place;
  readonly description: Text;
  /** Where the site is published, without a slash at its end: `https://www.example.org` */
  readonly address: string;
  /** The first is the source language. */
  readonly languages: readonly string[];
  /** Where each of them is named. */
  readonly languagePlaces: readonly Place[];
  /** The first is the opening: its title is the page's `h1`. */
  readonly sections: readonly Entry[];
  readonly pages: readonly Entry[];
  /** The repository on its forge, as the settings or else git name it: `https://forge.example.org/team/site` */
  readonly repository?: string;
  readonly licence?: { readonly name: string; readonly url: string };
  readonly analytics?: Analytics;
  readonly budgets: Budgets;
  /** `null` is a field that only the owner can fill. */
  readonly legal: Readonly<Record<string, LegalFact>>;
  /** Old ids that still answer, and the ids that answer for them. */
  readonly aliases: readonly Alias[];
  /** Old paths of pages and images that still answer, and the paths that answer for them. */
  readonly redirects: readonly Redirect[];
  /** What others may link to, in every language. */
  readonly published: {
    readonly pages: readonly PublishedPage[];
    readonly images: readonly Address[];
  };
  readonly links?: {
    /** Domains that no page links to, such as one that strangers took over: `example.org`, and what is below it. */
    readonly refused: readonly string[];
  };
  /** The addresses that the settings name, such as the licence's. */
  readonly outside: readonly OutsideLink[];
}

/** An address outside the site, and where it is written. */
export interface OutsideLink {
  readonly address: string;
  readonly place: Place;
}

/** What a page may cost its readers. Bytes are compressed, and lengths are in CSS pixels. */
export interface Budgets {
  readonly bytesPerWord: number;
  readonly bytesPerWordTranslated: number;
  readonly bytesPerPage: number;
  readonly bytesPerFlow: number;
  readonly firstBytes: number;
  /** Words that can be read, in their style, once the first bytes are there. */
  readonly firstWords: number;
  readonly roundTrips: number;
  readonly scriptBytes: number;
  readonly requests: number;
  /** More than an empty page takes. */
  readonly paintMilliseconds: number;
  readonly contrastLight: number;
  readonly contrastDark: number;
  readonly contrastOther: number;
  readonly targetPixels: number;
  readonly textPixels: number;
  readonly lineHeight: number;
  /** In characters. */
  readonly shortestLine: number;
  readonly longestLine: number;
}

export interface LegalFact {
  readonly value: string | null;
  readonly place: Place;
}

export interface Alias {
  readonly old: string;
  readonly id: string;
  readonly place: Place;
}

export interface Redirect {
  /** `/case-study`, or `/images/old.png` */
  readonly old: string;
  readonly to: string;
  readonly place: Place;
}

/** What the ledger lists: an id, or a path such as `/images/pull.png`. */
export interface Address {
  readonly address: string;
  readonly place: Place;
}

/** A page by its path without `.html`, `/` for the first, and its ids in the order of the page. */
export interface PublishedPage extends Address {
  readonly ids: readonly Address[];
}

/** A script, and a picture for browsers without scripts, that count visits. */
export interface Analytics {
  readonly name: string;
  readonly script: string;
  readonly integrity?: string;
  /** `data-*` attributes of the script. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly picture?: string;
}

// ── Lists kept as data ─────────────────────────────────────────────────────────────────────────

/** A file in `content/_data/` that a section shows after its text. */
export type List = TableList | LinkList | PeopleList | TermList;

/** Rows in columns that the file itself declares. */
export interface TableList {
  readonly kind: "table";
  readonly file: string;
  readonly outside: readonly OutsideLink[];
  readonly caption: Text;
  /** The day as of which the rows are true: `2026-08-22` */
  readonly asOf?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly name: string;
  readonly label: Text;
  /** For a column with a closed set of values: what each is called, in the order of the file. */
  readonly choices?: ReadonlyMap<string, Text>;
  /** Readers can narrow the table to the rows of one choice. */
  readonly narrows?: boolean;
}

export interface Row {
  /** Made of the row's first cell: its address on the page. */
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly place: Place;
}

export interface Cell {
  readonly column: string;
  readonly text: Text;
  /** The value of a column with choices, as written. */
  readonly choice?: string;
  readonly link?: string;
}

export interface LinkList {
  readonly kind: "links";
  readonly file: string;
  readonly outside: readonly OutsideLink[];
  readonly groups: readonly { readonly label: Text; readonly links: readonly ListedLink[] }[];
}

export interface ListedLink {
  readonly title: string;
  readonly url: string;
  readonly author?: Text;
  readonly year?: number;
  readonly language?: string;
  readonly note?: Text;
}

export interface PeopleList {
  readonly kind: "people";
  readonly file: string;
  readonly outside: readonly OutsideLink[];
  readonly people: readonly Person[];
}

export interface Person {
  readonly name: string;
  readonly role?: Text;
  readonly url?: string;
  readonly portrait?: PictureUse;
  /** What was made of the portrait. */
  readonly picture?: Picture;
}

/** A glossary. Each term has an address of its own. */
export interface TermList {
  readonly kind: "terms";
  readonly file: string;
  readonly terms: readonly Term[];
}

export interface Term {
  /** Its address on the page, the same in every language. */
  readonly id: string;
  readonly term: Text;
  readonly definition: Text;
  /** Other terms of the list that belong to it. */
  readonly see: readonly { readonly id: string; readonly term: Text }[];
  readonly place: Place;
}

// ── Pictures ───────────────────────────────────────────────────────────────────────────────────

/** An original and what was made of it. Sizes in pixels. */
export interface Picture {
  readonly kind: "picture";
  /** Relative to the site's folder: `images/authors/portrait.png` */
  readonly original: string;
  readonly width: number;
  readonly height: number;
  /** Best format first; the last holds the format that every browser shows. */
  readonly sources: readonly PictureSource[];
}

export interface PictureSource {
  /** `image/avif` */
  readonly type: string;
  /** Narrowest first. */
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** Relative to the output folder, with a hash of its content in its name. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** The file in the cache that is copied to `path`. */
  readonly cached: string;
}

/** Why an original cannot be shown. */
export type PictureFault =
  /** `nearest` is a picture in the same folder, relative to the site's folder as well. */
  | { readonly kind: "missing"; readonly nearest?: string }
  /** Leads out of the site's folder, by `..` or by a symbolic link. */
  | { readonly kind: "outside" }
  | { readonly kind: "unsupported"; readonly extension: string }
  | { readonly kind: "too-large"; readonly pixels: number; readonly limit: number }
  /** A drawing that could run something, or ask for something, when it is opened by its own address. */
  | { readonly kind: "active"; readonly what: string }
  | { readonly kind: "broken"; readonly reason: string };

// ── What a Markdown file holds ─────────────────────────────────────────────────────────────────

export interface Heading {
  /** As on the page, 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** The id that the words or the author gave; two headings may want the same one, which is a problem. */
  readonly id: string;
  /** Given as `{#id}`, or by the file's name. */
  readonly given: boolean;
  /** Given as `{#id}` to a title, which has the file's name all the same. */
  readonly refused?: string;
  readonly place: Place;
}

/** Where a link leads, as its author wrote it. */
export type Target =
  | { readonly kind: "outside"; readonly address: string }
  | { readonly kind: "contact"; readonly address: string }
  | { readonly kind: "fragment"; readonly id: string }
  | { readonly kind: "file"; readonly file: string; readonly id?: string }
  | { readonly kind: "nothing" }
  /** `http:example.org` */
  | { readonly kind: "malformed" }
  | { readonly kind: "unsafe"; readonly scheme: string };

export interface Link {
  /** As written, with percent-encoding as markdown-it gives it. */
  readonly address: string;
  readonly text: string;
  readonly target: Target;
  readonly place: Place;
}

export interface PictureUse {
  /** As written. */
  readonly address: string;
  /** Relative to the site's folder, or undefined when the address is not a file of the site. */
  readonly file?: string;
  readonly alternative: string;
  /** A flow that stands among words, or with more than one other. */
  readonly isCrowded?: boolean;
  readonly place: Place;
}

/** A run of words that must be found on the built page. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "cell" | "code";
  /** Plain words, white space folded. Code as it stands. */
  readonly text: string;
  /** The same without inline code, where there is some. */
  readonly prose?: string;
  /** That without words marked as another language's, where there are some. */
  readonly own?: string;
  /** The file that a block of code says it holds. */
  readonly quotes?: QuotedFile;
  /** Given as `{#id}`. */
  readonly id?: string;
  /** The footnote that it stands in, where that is not printed: nothing refers to it, or another has its name. */
  readonly lostNote?: { readonly label: string; readonly isDouble: boolean };
  readonly place: Place;
  readonly lastLine: number;
}

/** Written as ` ```yaml file=../manifests/web.yaml `. */
export interface QuotedFile {
  readonly address: string;
  /** Relative to the site's folder, or undefined when the address is not a file of the site. */
  readonly file?: string;
}

/** `<!-- allow leftover: reason -->` silences one rule for the block of lines below it. */
export interface Allowance {
  /** What stands in the comment. */
  readonly written: string;
  /** Empty where the comment cannot be read. */
  readonly rule: string;
  readonly reason: string;
  /** The block that it is for; no line at all where it stands in the middle of a text. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly place: Place;
}

/** `[Wort]{lang=de}`, or `{lang=de}` at the end of a block: words in another language than their file. */
export interface LanguageMark {
  /** As written. */
  readonly language: string;
  /** False where it marks nothing. */
  readonly isPlaced: boolean;
  readonly place: Place;
}

/** `{#id}` at the end of a block of words: others can link to it. Headings have theirs in `Heading`. */
export interface IdMark {
  /** As written. */
  readonly id: string;
  /** False where it marks nothing, or something that has an id already. */
  readonly isPlaced: boolean;
  readonly place: Place;
}

/** `[label]: address`, which is not printed: links refer to it. */
export interface Definition {
  readonly label: string;
  readonly address: string;
  readonly isUsed: boolean;
  /** Another one before it has the same label. */
  readonly isDouble: boolean;
  readonly place: Place;
}

/** `[words][label]`, or `[label][]`, where nothing defines the label: words in brackets, then. */
export interface UndefinedLink {
  readonly label: string;
  readonly place: Place;
}

/** A line of a table that Markdown reads otherwise than its author meant it. */
export type TableSlip =
  /** A row that has more cells than its table has columns: the others are not printed. */
  | {
      readonly kind: "row";
      readonly columns: number;
      readonly cells: number;
      readonly lost: string;
      readonly place: Place;
    }
  /** Dashes below what would be a header, if they were for as many columns: there is no table. */
  | { readonly kind: "dashes"; readonly columns: number; readonly cells: number; readonly place: Place };

/** A note that holds nothing, or a mark such as `[!NOTE]` that begins a quotation and makes no note of it. */
export type NoteSlip =
  | { readonly kind: "empty"; readonly place: Place }
  | { readonly kind: "unknown" | "beside-words"; readonly name: string; readonly place: Place };

/** What one Markdown text says, apart from how it looks. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly pictures: readonly PictureUse[];
  readonly blocks: readonly Block[];
  /** Raw HTML, which is an error. */
  readonly markup: readonly { readonly text: string; readonly place: Place }[];
  /** List items that hold nothing. */
  readonly emptyItems: readonly Place[];
  readonly tableSlips: readonly TableSlip[];
  readonly noteSlips: readonly NoteSlip[];
  readonly allowances: readonly Allowance[];
  readonly languageMarks: readonly LanguageMark[];
  readonly idMarks: readonly IdMark[];
  readonly definitions: readonly Definition[];
  readonly undefinedLinks: readonly UndefinedLink[];
}

/** One Markdown file: a part of the explainer, or the text of a page of its own. */
export interface Section extends Outline {
  readonly name: string;
  readonly language: string;
  readonly file: string;
  /** Its short name in the contents. */
  readonly nav: string;
  readonly title: string;
  readonly reviewed?: string;
  /** In a translation: the text that it was made from, by its git blob id. */
  readonly source?: { readonly id: string; readonly place: Place };
  /** A text in the source language that stands in for this file, which is not written yet. */
  readonly standsFor?: string;
  /** Translated from a text that has changed since. */
  readonly isStale?: boolean;
  /** The day of the last commit that changed its text, or a list or a picture that it shows. */
  readonly changed?: string;
  /** Where its forge lets one edit it. */
  readonly edit?: string;
  readonly html: string;
  readonly shown?: Shown;
}

export type Shown = List | { readonly kind: "legal" };

// ── What is printed ────────────────────────────────────────────────────────────────────────────

export interface Page {
  /** `index` for the explainer, otherwise the file's name. */
  readonly name: string;
  readonly language: string;
  /** Relative to the output folder: `index.html`, `de/legal.html` */
  readonly path: string;
  /** `changes` tells of the history, `404` is for readers whose address leads nowhere; neither is a page of the document. */
  readonly layout: "explainer" | "prose" | "changes" | "404";
  readonly title: string;
  readonly sections: readonly Section[];
}

/** How a file in one language stands to the file in the source language. */
export interface Translation {
  readonly language: string;
  readonly file: string;
  readonly sourceFile: string;
  /** Made from the source as it is now, from an earlier one, from nobody knows which; not written; or its source is gone. */
  readonly state: "fresh" | "stale" | "unmarked" | "missing" | "orphan";
  /** For a stale one, the lines of the source that have changed, where git still has the earlier text. */
  readonly changed?: readonly LineRange[];
  readonly place: Place;
}

/** Lines from the first to the last; where the last is the one before the first, lines went that stood there. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What git knows of a site. */
export interface History {
  /** Whether it knows everything, or why not. */
  readonly state: "whole" | "shallow" | "partial" | "no-repository" | "no-git" | "refused";
  /** The newest first; none unless it is whole. */
  readonly changes: readonly Change[];
}

/** What one commit changed below `content/` and `images/`. */
export interface Change {
  readonly id: string;
  /** `2026-11-23T10:00:00Z` */
  readonly time: string;
  readonly isMerge: boolean;
  readonly subject: string;
  /** By the names that they have now. */
  readonly files: readonly string[];
}

/** Everything that one site says, in every language, before any template has seen it. */
export interface Document {
  readonly site: Site;
  readonly pages: readonly Page[];
  /** Made of the history, without sections, in each language that has one; nobody writes them, so no rule looks at them. */
  readonly changesPages: readonly Page[];
  readonly translations: readonly Translation[];
  readonly history: History;
  /** Every file below `content/` and `images/`. */
  readonly files: ReadonlySet<string>;
  /** By their files; a portrait by its file and the width that it is shown in: `images/maya.png 112`. */
  readonly pictures: ReadonlyMap<string, Picture | PictureFault>;
  /** The site's mark, where it has one of its own. */
  readonly icon?: Picture | PictureFault;
  /** The files of the flows that pages show. */
  readonly flows: ReadonlySet<string>;
  /** The text of each file that was read, for showing a problem in its lines. */
  readonly sources: ReadonlyMap<string, string>;
  /** What was found wrong while reading. */
  readonly problems: readonly Problem[];
}

export interface BuiltPage {
  readonly page: Page;
  readonly html: string;
}

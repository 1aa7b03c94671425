import { aliasesById, relativeAddress } from "../content/addresses.ts";
import { issueAddress } from "../history/forges.ts";
import type { Card } from "../identity/card.ts";
import { directionOf } from "../language.ts";
import type { Analytics, Document, Page, Section, Site } from "../model.ts";
import type { AllAssets } from "./assets.ts";
import { type ChangesLink, type DayOfChanges, daysOfChanges, linkToChanges } from "./changes.ts";
import { type ContentsEntry, contentsOf } from "./contents.ts";
import { type Copy, copiesOf } from "./copies.ts";
import { descriptionOf } from "./description.ts";
import { headOf, type PageHead } from "./head.ts";
import { LateShapes } from "./late-shapes.ts";
import { stylesOf } from "./page-styles.ts";
import { canonicalOf } from "./published.ts";
import { runningHeads } from "./running-heads.ts";
import { nameOf, notesOf, shareTranslated, type TranslationNote } from "./translated.ts";
import { pick, type Words } from "./words.ts";

export type Mode = "build" | "check" | "preview";

/** The same page in a language, the page's own included. */
interface Edition {
  readonly language: string;
  /** What the language calls itself: `Deutsch` */
  readonly name: string;
  readonly href: string;
  readonly canonical: string;
  readonly current: boolean;
}

/** Where a reader can go on from a page: to another page, or to the same one in another language. */
interface Branch {
  readonly href: string;
  readonly title: string;
  /** Of the other language. */
  readonly language?: string;
}

export interface SheetOptions {
  readonly words: Words;
  readonly assets: AllAssets;
  /** The path of the file that the search of this language is in. */
  readonly index: string;
  /** The path of the file that makes addresses of paragraphs. */
  readonly places: string;
  readonly mode: Mode;
  /** What other sites show of this one, in the page's language. */
  readonly card?: Card | undefined;
}

/**
 * What the templates see of one page. A class, because Eleventy copies plain objects for every page that it
 * prints, and this one leads to the whole document.
 */
export class Sheet {
  readonly page: Page;
  readonly site: Omit<Site, "legal"> & { readonly legal: Readonly<Record<string, string | null>> };
  readonly words: Words;
  /** The old ids that each id answers for. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly siteTitle: string;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  /** The source language first; empty where there is only one. */
  readonly editions: readonly Edition[];
  /** From this page to the output folder: `""` or `"../"`. */
  readonly root: string;
  /** How a link on this page names a file of the output. */
  readonly hrefOf: (path: string) => string;
  readonly home: string;
  /** The page's own file, and those that searching and addresses of paragraphs ask for. */
  readonly file: string;
  readonly index: string;
  readonly places: string;
  /** What the page begins with. */
  readonly opening: { readonly name: string; readonly nav: string };
  readonly contents: readonly ContentsEntry[];
  /** Where the changes of the site are told, if git knows them. */
  readonly changes: ChangesLink | undefined;
  /** On that page. */
  readonly days: readonly DayOfChanges[];
  readonly pages: readonly {
    readonly name: string;
    readonly title: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly branches: readonly Branch[];
  /** None in a preview, which writes no editions. */
  readonly copies: readonly Copy[];
  readonly notes: ReadonlyMap<string, TranslationNote>;
  /** Of a translation: `11/12` */
  readonly translated: string | undefined;
  readonly mistake: string | undefined;
  readonly analytics: Analytics | undefined;
  readonly preview: boolean;
  /** Undefined on a page that nobody is to find. */
  readonly head: PageHead | undefined;
  readonly styles: string;
  /** Styles that stand before the first list, or after the text. */
  readonly late: string;
  /** The part that shows the first list. */
  readonly lateAt: string | undefined;
  /** By the part's name, its HTML without the shapes of its drawings; only of parts that have some. */
  readonly withoutShapes: ReadonlyMap<string, string>;
  /** They come after the text. */
  readonly shapes: string;
  readonly beforePaint: string;
  readonly script: string;

  constructor(page: Page, document: Document, { words, assets, index, places, mode, card }: SheetOptions) {
    const { language } = page;
    const { site, pages, changesPages, flows } = document;
    this.page = page;
    this.site = {
      ...site,
      legal: Object.fromEntries(Object.entries(site.legal).map(([key, { value }]) => [key, value])),
    };
    this.words = words;
    this.aliases = aliasesById(site.aliases);
    this.language = language;
    this.direction = directionOf(language);
    this.siteTitle = pick(site.title, language);
    this.title =
      page.layout === "explainer"
        ? titleOfExplainer(page, this.siteTitle)
        : `${page.title} – ${this.siteTitle}`;
    this.description = descriptionOf(page, site);
    this.canonical = canonicalOf(site.address, page.path);
    const editions = [...pages, ...changesPages].filter((other) => other.name === page.name);
    this.hrefOf = hrefsFrom(page, site);
    this.editions = (editions.length < 2 ? [] : editions).map((other) => ({
      language: other.language,
      name: nameOf(other.language),
      href: this.hrefOf(other.path),
      canonical: canonicalOf(site.address, other.path),
      current: other === page,
    }));
    this.root = "../".repeat(page.path.split("/").length - 1);
    const own = pages.filter((other) => other.language === language);
    this.pages = own.map((other) => ({
      name: other.name,
      title: other.layout === "explainer" ? this.siteTitle : (other.sections[0]?.nav ?? other.title),
      href: this.hrefOf(other.path),
      current: other === page,
    }));
    this.home = this.pages[0]?.href ?? "index.html";
    this.file = relativeAddress(page.path, page.path);
    this.index = this.hrefOf(index);
    this.places = this.hrefOf(places);
    this.opening = page.sections[0] ?? { name: page.name, nav: page.title };
    this.days = daysOfChanges(page, document);
    this.contents = contentsOf(page, this.days);
    this.changes = linkToChanges(page, document, this.hrefOf);
    this.branches = [
      ...this.pages.filter(({ current }) => !current),
      ...this.editions
        .filter(({ current }) => !current)
        .map(({ name, ...edition }) => ({ ...edition, title: name })),
    ];
    const isCopied = mode !== "preview" && pages.includes(page);
    this.copies = isCopied ? copiesOf(page, site, words) : [];
    this.notes = notesOf(page, document, words);
    this.translated = shareTranslated(language, document);
    this.mistake = site.repository === undefined ? undefined : issueAddress(site.repository);
    this.analytics = mode === "preview" ? undefined : site.analytics;
    this.preview = mode === "preview";
    const { tokens } = assets;
    const isFound = !this.preview && page.layout !== "404";
    this.head = isFound ? headOf(page, document, { title: this.title, card, tokens }) : undefined;
    const drawn = page.sections.filter((one) => showsOneOf(flows, one));
    // An editor may write the first flow of a page while its preview is open.
    const hasFlow = this.preview || drawn.length > 0;
    const isRare = this.direction === "rtl" || this.notes.size > 0;
    const { early, late } = stylesOf(page, { assets, hasFlow, isRare, made: [runningHeads(page, site)] });
    // The preview exchanges the styles of a page in one place.
    this.styles = this.preview ? `${early}\n${late}` : early;
    this.late = this.preview ? "" : late;
    this.lateAt = page.sections.find(({ shown }) => shown !== undefined)?.name;
    const shapes = new LateShapes();
    // The preview exchanges parts of the page, drawings and all.
    const parted = this.preview ? [] : drawn;
    this.withoutShapes = new Map(parted.map(({ name, html }) => [name, shapes.takeFrom(html)]));
    this.shapes = shapes.all;
    this.beforePaint = assets.beforePaint;
    this.script = hasFlow ? `${assets.script}\n${assets.flows.script}` : assets.script;
  }
}

/** Hosts show the page of the lost at any depth: its links alone begin where the site begins on its host. */
function hrefsFrom({ layout, path }: Page, { address }: Site): (to: string) => string {
  if (layout !== "404") return (to) => relativeAddress(path, to);
  const { pathname } = new URL(`${address}/`);
  return (to) => pathname + to;
}

function showsOneOf(flows: ReadonlySet<string>, { pictures }: Section): boolean {
  return pictures.some(({ file }) => file !== undefined && flows.has(file));
}

function titleOfExplainer({ title }: Page, siteTitle: string): string {
  return title.toLowerCase().includes(siteTitle.toLowerCase()) ? title : `${siteTitle}: ${title}`;
}

import { aliasesById, relativeAddress } from "../content/addresses.ts";
import { directionOf } from "../language.ts";
import type { Analytics, Document, Page, Section, Site, Text } from "../model.ts";
import type { AllAssets } from "./assets.ts";
import { narrowingRules } from "./narrowing.ts";
import { nameOf, notesOf, shareTranslated, type TranslationNote } from "./translated.ts";
import type { Words } from "./words.ts";

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

interface ContentsEntry {
  readonly name: string;
  readonly nav: string;
  readonly href: string;
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
  readonly home: string;
  readonly contents: readonly ContentsEntry[];
  readonly pages: readonly {
    readonly name: string;
    readonly title: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly branches: readonly Branch[];
  readonly notes: Readonly<Record<string, TranslationNote>>;
  /** Of a translation: `11/12` */
  readonly translated: string | undefined;
  readonly mistake: string | undefined;
  readonly analytics: Analytics | undefined;
  readonly preview: boolean;
  readonly styles: string;
  readonly script: string;

  constructor(
    page: Page,
    document: Document,
    { words, assets, mode }: { words: Words; assets: AllAssets; mode: Mode },
  ) {
    const { language } = page;
    const { site, pages, flows } = document;
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
    this.description = pick(site.description, language);
    this.canonical = canonicalOf(site.address, page.path);
    const editions = pages.filter((other) => other.name === page.name);
    this.editions = (editions.length < 2 ? [] : editions).map((other) => ({
      language: other.language,
      name: nameOf(other.language),
      href: relativeAddress(page.path, other.path),
      canonical: canonicalOf(site.address, other.path),
      current: other === page,
    }));
    this.root = "../".repeat(page.path.split("/").length - 1);
    const own = pages.filter((other) => other.language === language);
    this.pages = own.map((other) => ({
      name: other.name,
      title: other.layout === "explainer" ? this.siteTitle : (other.sections[0]?.nav ?? other.title),
      href: relativeAddress(page.path, other.path),
      current: other === page,
    }));
    this.home = this.pages[0]?.href ?? "index.html";
    this.contents = contentsOf(page);
    this.branches = [
      ...this.pages.filter(({ current }) => !current),
      ...this.editions
        .filter(({ current }) => !current)
        .map(({ name, ...edition }) => ({ ...edition, title: name })),
    ];
    this.notes = notesOf(page, document, words);
    this.translated = shareTranslated(language, document);
    this.mistake =
      site.repository === undefined ? undefined : `${site.repository.replace(/\/$/, "")}/issues/new`;
    this.analytics = mode === "preview" ? undefined : site.analytics;
    this.preview = mode === "preview";
    // An editor may write the first flow of a page while its preview is open.
    const hasFlow = this.preview || page.sections.some((one) => showsOneOf(flows, one));
    const used = hasFlow ? [assets, assets.flows] : [assets];
    this.styles = [...used.map(({ styles }) => styles), ...narrowingRules(page.sections)].join("\n");
    this.script = used.map(({ script }) => script).join("\n");
  }
}

function showsOneOf(flows: ReadonlySet<string>, { pictures }: Section): boolean {
  return pictures.some(({ file }) => file !== undefined && flows.has(file));
}

/** The text in a language, or else in the first that it has. */
export function pick(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}

/** Hosts answer `/legal` with `legal.html`, and a folder with its `index.html`. */
export function addressOfPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
}

export function canonicalOf(address: string, path: string): string {
  return `${address}/${addressOfPath(path)}`;
}

function titleOfExplainer({ title }: Page, siteTitle: string): string {
  return title.toLowerCase().includes(siteTitle.toLowerCase()) ? title : `${siteTitle}: ${title}`;
}

function contentsOf({ layout, sections }: Page): ContentsEntry[] {
  if (layout === "explainer") {
    return sections.slice(1).map(({ name, nav }) => ({ name, nav, href: `#${name}` }));
  }
  const headings = sections.flatMap((section) => section.headings).filter(({ level }) => level === 2);
  return headings.map(({ id, text }) => ({ name: id, nav: text, href: `#${encodeURI(id)}` }));
}

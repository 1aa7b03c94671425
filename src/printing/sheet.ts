import { aliasesById } from "../content/addresses.ts";
import { issueAddress } from "../history/forges.ts";
import type { Card } from "../identity/card.ts";
import { directionOf } from "../language.ts";
import type { Analytics, Document, Page, Site } from "../model.ts";
import type { AllAssets } from "./assets.ts";
import { type Copy, copiesOf } from "./copies.ts";
import { descriptionOf } from "./description.ts";
import { headOf, type PageHead } from "./head.ts";
import { type Looks, looksOf } from "./looks.ts";
import { type Navigation, navigationOf } from "./navigation.ts";
import { canonicalOf } from "./published.ts";
import { notesOf, shareTranslated, type TranslationNote } from "./translated.ts";
import { uncopied } from "./uncopied.ts";
import { pick, type Words } from "./words.ts";

export type Mode = "build" | "check" | "preview";

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

/** What the templates see of one page. */
export interface Sheet extends Navigation, Looks {
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
  /** The files that searching and addresses of paragraphs ask for. */
  readonly index: string;
  readonly places: string;
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
}

export function sheetOf(page: Page, document: Document, options: SheetOptions): Sheet {
  const { words, assets, card, mode } = options;
  const { language } = page;
  const { site, pages } = document;
  const preview = mode === "preview";
  const direction = directionOf(language);
  const notes = notesOf(page, document, words);
  const navigation = navigationOf(page, document);
  const { tokens } = assets;
  const title = titleOf(page, site);
  const isFound = !preview && page.layout !== "404";
  const isCopied = !preview && pages.includes(page);
  return uncopied({
    page,
    site: {
      ...site,
      legal: Object.fromEntries(Object.entries(site.legal).map(([key, { value }]) => [key, value])),
    },
    words,
    aliases: aliasesById(site.aliases),
    language,
    direction,
    siteTitle: pick(site.title, language),
    title,
    description: descriptionOf(page, site),
    canonical: canonicalOf(site.address, page.path),
    ...navigation,
    index: navigation.hrefOf(options.index),
    places: navigation.hrefOf(options.places),
    copies: isCopied ? copiesOf(page, site, words) : [],
    notes,
    translated: shareTranslated(language, document),
    mistake: site.repository === undefined ? undefined : issueAddress(site.repository),
    analytics: preview ? undefined : site.analytics,
    preview,
    head: isFound ? headOf(page, document, { title, card, tokens }) : undefined,
    ...looksOf(page, document, { assets, preview, isRare: direction === "rtl" || notes.size > 0 }),
  });
}

function titleOf({ layout, title, language }: Page, site: Site): string {
  const siteTitle = pick(site.title, language);
  if (layout !== "explainer") return `${title} – ${siteTitle}`;
  return title.toLowerCase().includes(siteTitle.toLowerCase()) ? title : `${siteTitle}: ${title}`;
}

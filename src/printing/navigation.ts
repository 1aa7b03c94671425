import { relativeAddress } from "../content/addresses.ts";
import type { Document, Page, Site } from "../model.ts";
import { type ChangesLink, type DayOfChanges, daysOfChanges, linkToChanges } from "./changes.ts";
import { type ContentsEntry, contentsOf } from "./contents.ts";
import { canonicalOf } from "./published.ts";
import { nameOf } from "./translated.ts";
import { pick } from "./words.ts";

/** Where a reader can go from a page, as its links name it. */
export interface Navigation {
  /** From this page to the output folder: `""` or `"../"`. */
  readonly root: string;
  /** How a link on this page names a file of the output. */
  readonly hrefOf: (path: string) => string;
  readonly home: string;
  /** The page's own file. */
  readonly file: string;
  /** What the page begins with. */
  readonly opening: { readonly name: string; readonly nav: string };
  readonly contents: readonly ContentsEntry[];
  /** The source language first; empty where there is only one. */
  readonly editions: readonly Edition[];
  readonly pages: readonly PageLink[];
  readonly branches: readonly Branch[];
  /** Where the changes of the site are told, if git knows them. */
  readonly changes: ChangesLink | undefined;
  /** On that page. */
  readonly days: readonly DayOfChanges[];
}

/** The same page in a language, the page's own included. */
export interface Edition {
  readonly language: string;
  /** What the language calls itself: `Deutsch` */
  readonly name: string;
  readonly href: string;
  readonly canonical: string;
  readonly current: boolean;
}

/** A page in the same language, the page's own included. */
interface PageLink {
  readonly name: string;
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
}

/** Where a reader can go on from a page: to another page, or to the same one in another language. */
interface Branch {
  readonly href: string;
  readonly title: string;
  /** Of the other language. */
  readonly language?: string;
}

export function navigationOf(page: Page, document: Document): Navigation {
  const { site } = document;
  const hrefOf = hrefsFrom(page, site);
  const pages = pagesBeside(page, document, hrefOf);
  const editions = editionsOf(page, document, hrefOf);
  const days = daysOfChanges(page, document);
  return {
    root: "../".repeat(page.path.split("/").length - 1),
    hrefOf,
    home: pages[0]?.href ?? "index.html",
    file: relativeAddress(page.path, page.path),
    opening: page.sections[0] ?? { name: page.name, nav: page.title },
    contents: contentsOf(page, days),
    editions,
    pages,
    branches: [
      ...pages.filter(({ current }) => !current),
      ...editions
        .filter(({ current }) => !current)
        .map(({ name, ...edition }) => ({ ...edition, title: name })),
    ],
    changes: linkToChanges(page, document, hrefOf),
    days,
  };
}

/** Hosts show the page of the lost at any depth: its links alone begin where the site begins on its host. */
function hrefsFrom({ layout, path }: Page, { address }: Site): Navigation["hrefOf"] {
  if (layout !== "404") return (to) => relativeAddress(path, to);
  const { pathname } = new URL(`${address}/`);
  return (to) => pathname + to;
}

function pagesBeside(page: Page, { pages, site }: Document, hrefOf: Navigation["hrefOf"]): PageLink[] {
  const { language } = page;
  return pages
    .filter((other) => other.language === language)
    .map((other) => ({
      name: other.name,
      title:
        other.layout === "explainer" ? pick(site.title, language) : (other.sections[0]?.nav ?? other.title),
      href: hrefOf(other.path),
      current: other === page,
    }));
}

function editionsOf(
  page: Page,
  { pages, changesPages, site }: Document,
  hrefOf: Navigation["hrefOf"],
): Edition[] {
  const editions = [...pages, ...changesPages].filter((other) => other.name === page.name);
  return (editions.length < 2 ? [] : editions).map((other) => ({
    language: other.language,
    name: nameOf(other.language),
    href: hrefOf(other.path),
    canonical: canonicalOf(site.address, other.path),
    current: other === page,
  }));
}

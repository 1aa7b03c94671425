import { feedPath } from "../content/addresses.ts";
import { tellChanges } from "../content/changes.ts";
import type { Document, Page } from "../model.ts";
import { idOfDay, type ShownChange, showChange } from "./changes.ts";
import { canonicalOf } from "./published.ts";
import { uncopied } from "./uncopied.ts";
import { pick, type Words } from "./words.ts";

interface FeedEntry extends ShownChange {
  readonly id: string;
  readonly time: string;
  /** The day on the page of changes. */
  readonly href: string;
}

/** What the template of a feed sees. All addresses are absolute. */
export interface FeedSheet {
  readonly page: { readonly path: string; readonly layout: "feed" };
  readonly words: Words;
  readonly language: string;
  readonly sourceLanguage: string;
  readonly siteTitle: string;
  readonly title: string;
  readonly href: string;
  readonly self: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** `page` is the page of changes that tells the same. */
export function feedSheetOf({ language, path, title }: Page, document: Document, words: Words): FeedSheet {
  const { site } = document;
  const href = canonicalOf(site.address, path);
  const self = `${site.address}/${feedPath(path)}`;
  const siteTitle = pick(site.title, language);
  const entries = tellChanges(language, document).map((change) => ({
    ...showChange(change, (to) => canonicalOf(site.address, to)),
    id: `${self}#${change.id}`,
    time: change.time,
    href: `${href}#${idOfDay(change.time.slice(0, 10))}`,
  }));
  return uncopied({
    page: { path: feedPath(path), layout: "feed" },
    words,
    language,
    sourceLanguage: site.languages[0] ?? language,
    siteTitle,
    title: `${title} – ${siteTitle}`,
    href,
    self,
    updated: entries[0]?.time ?? "",
    entries,
  });
}

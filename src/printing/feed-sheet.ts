import { feedPath } from "../content/addresses.ts";
import { tellChanges } from "../content/changes.ts";
import type { Document, Page } from "../model.ts";
import { idOfDay, type ShownChange, showChange } from "./changes.ts";
import { canonicalOf } from "./published.ts";
import { pick, type Words } from "./words.ts";

interface FeedEntry extends ShownChange {
  readonly id: string;
  readonly time: string;
  /** The day on the page of changes. */
  readonly href: string;
}

/** What the template of a feed sees: a class for the reason that a sheet is one. All addresses are absolute. */
export class FeedSheet {
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

  /** `page` is the page of changes that tells the same. */
  constructor(page: Page, document: Document, words: Words) {
    const { address, title, languages } = document.site;
    const path = feedPath(page.path);
    this.page = { path, layout: "feed" };
    this.words = words;
    this.language = page.language;
    this.sourceLanguage = languages[0] ?? page.language;
    this.siteTitle = pick(title, page.language);
    this.title = `${page.title} – ${this.siteTitle}`;
    this.href = canonicalOf(address, page.path);
    this.self = `${address}/${path}`;
    this.entries = tellChanges(page.language, document).map((change) => ({
      ...showChange(change, (to) => canonicalOf(address, to)),
      id: `${this.self}#${change.id}`,
      time: change.time,
      href: `${this.href}#${idOfDay(change.time.slice(0, 10))}`,
    }));
    this.updated = this.entries[0]?.time ?? "";
  }
}

import { feedPath, relativeAddress } from "../content/addresses.ts";
import { type ToldChange, tellChanges } from "../content/changes.ts";
import type { Document, Page } from "../model.ts";

/** The changes of one day. */
export interface DayOfChanges {
  /** `2026-11-23` */
  readonly day: string;
  readonly id: string;
  readonly changes: readonly ShownChange[];
}

export interface ShownChange {
  readonly words: string;
  readonly parts: readonly { readonly title: string; readonly href: string }[];
  /** How many more parts there are. */
  readonly more: number;
}

/** A commit that touches everything would bury the others. */
const MOST_PARTS = 8;

/** What a page of changes lists; nothing for other pages. */
export function daysOfChanges(page: Page, document: Document): DayOfChanges[] {
  if (page.layout !== "changes") return [];
  const days = new Map<string, ShownChange[]>();
  for (const change of tellChanges(page.language, document)) {
    const day = change.time.slice(0, 10);
    const shown = showChange(change, (path) => relativeAddress(page.path, path));
    days.set(day, [...(days.get(day) ?? []), shown]);
  }
  return [...days].map(([day, changes]) => ({ day, id: idOfDay(day), changes }));
}

/** A day's address on the page: an id begins with a letter. */
export function idOfDay(day: string): string {
  return `on-${day}`;
}

/** `hrefOf` leads to a page by its path in the output. */
export function showChange({ words, parts }: ToldChange, hrefOf: (path: string) => string): ShownChange {
  const shown = parts
    .slice(0, MOST_PARTS)
    .map(({ page, section }) => ({ title: section.title, href: `${hrefOf(page.path)}#${section.name}` }));
  return { words, parts: shown, more: parts.length - shown.length };
}

export interface ChangesLink {
  readonly title: string;
  readonly href: string;
  /** The same for programs that follow sites. */
  readonly feed: string;
  readonly current: boolean;
}

/** From any page to the one of changes in its language. */
export function linkToChanges(
  page: Page,
  { changesPages }: Document,
  hrefOf: (path: string) => string,
): ChangesLink | undefined {
  const changes = changesPages.find(({ language }) => language === page.language);
  return (
    changes && {
      title: changes.title,
      href: hrefOf(changes.path),
      feed: hrefOf(feedPath(changes.path)),
      current: changes === page,
    }
  );
}

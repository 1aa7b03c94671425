import type { Page } from "../model.ts";
import type { DayOfChanges } from "./changes.ts";
import { tellDay } from "./days.ts";

export interface ContentsEntry {
  readonly name: string;
  readonly nav: string;
  readonly href: string;
}

/** What the contents of a page lead to, after its opening. */
export function contentsOf(
  { layout, language, sections }: Page,
  days: readonly DayOfChanges[],
): ContentsEntry[] {
  if (layout === "explainer") {
    return sections.slice(1).map(({ name, nav }) => ({ name, nav, href: `#${name}` }));
  }
  if (layout === "changes") {
    return days.map(({ day, id }) => ({ name: id, nav: tellDay(day, language), href: `#${id}` }));
  }
  const headings = sections.flatMap((section) => section.headings).filter(({ level }) => level === 2);
  return headings.map(({ id, text }) => ({ name: id, nav: text, href: `#${encodeURI(id)}` }));
}

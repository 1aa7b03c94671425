import { DomUtils } from "htmlparser2";
import { type Element, findAll } from "../page-tree.ts";
import type { Part } from "./parts.ts";

export interface BookHeading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** All of the book, in its order. */
export function headingsOf(parts: readonly Part[]): BookHeading[] {
  return parts.flatMap(({ sections }) => sections.flatMap(headingsIn));
}

export function headingsIn(section: Element): BookHeading[] {
  return findAll(section, ({ name, attribs }) => /^h[1-6]$/.test(name) && attribs.id !== undefined).map(
    (heading) => ({
      id: heading.attribs.id ?? "",
      level: Number(heading.name.slice(1)),
      text: DomUtils.textContent(heading).replace(/\s+/g, " ").trim(),
    }),
  );
}

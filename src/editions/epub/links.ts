import { relativeAddress } from "../../content/addresses.ts";
import { absoluteAddress, targetOf } from "../addresses.ts";
import { findAll } from "../page-tree.ts";
import type { Chapter } from "./chapters.ts";

/** Links between pages become links between chapters; those to what is not in the book lead to the web. */
export function linkChapters(chapters: readonly Chapter[], address: string): void {
  const places = placesOf(chapters);
  for (const chapter of chapters) {
    for (const { attribs } of findAll(chapter.element, ({ attribs }) => attribs.href !== undefined)) {
      attribs.href =
        inBook(attribs.href ?? "", chapter, places) ??
        absoluteAddress(attribs.href ?? "", chapter.page, address);
    }
  }
}

/** By the path of a page, and by that with an id. */
function placesOf(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { path, page, element } of chapters) {
    if (!places.has(page.path)) places.set(page.path, path);
    for (const { attribs } of findAll(element, ({ attribs }) => attribs.id !== undefined)) {
      places.set(`${page.path}#${attribs.id}`, path);
    }
  }
  return places;
}

/** Undefined for what is not in the book. */
function inBook(
  href: string,
  { path, page }: Chapter,
  places: ReadonlyMap<string, string>,
): string | undefined {
  const target = targetOf(href, page);
  if (target === undefined) return undefined;
  const found = target.id === undefined ? undefined : places.get(`${target.path}#${target.id}`);
  if (found !== undefined) {
    const fragment = href.slice(href.indexOf("#"));
    return found === path ? fragment : `${relativeAddress(path, found)}${fragment}`;
  }
  const first = places.get(target.path);
  return first && relativeAddress(path, first);
}

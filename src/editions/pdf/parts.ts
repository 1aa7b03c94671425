import { DomUtils } from "htmlparser2";
import type { BuiltPage, Page } from "../../model.ts";
import { absoluteAddress, targetOf } from "../addresses.ts";
import { type Element, findAll, hasClass, isNamed, printedSections, removeAll } from "../page-tree.ts";

/** A page of the site as a part of the book. */
export interface Part {
  readonly page: Page;
  readonly sections: readonly Element[];
}

/** Of no use on paper, where nothing loads and nothing runs. */
const WEB = ["anchor", "late", "narrowing", "narrowing__nothing", "record__edit", "flow__drawing--narrow"];

/** The pages of a language, in one document: ids told apart, links between them turned inwards. */
export function readParts(built: readonly BuiltPage[], address: string): Part[] {
  const parts = built.map((one) => ({ page: one.page, sections: sectionsOf(one) }));
  const ids = new Map(parts.map(({ page, sections }) => [page.path, idsOf(page, sections)]));
  for (const { page, sections } of parts) {
    const own = ids.get(page.path);
    for (const { attribs } of sections.flatMap(all)) {
      for (const name of ["id", "aria-labelledby"]) {
        const id = attribs[name];
        if (id !== undefined) attribs[name] = own?.get(id) ?? id;
      }
      if (attribs.href === undefined) continue;
      attribs.href = inBook(attribs.href, page, ids) ?? absoluteAddress(attribs.href, page, address);
    }
  }
  return parts;
}

function sectionsOf(built: BuiltPage): Element[] {
  const sections = printedSections(built);
  for (const section of sections) {
    removeAll(section, isNamed("script", "noscript"));
    // Where a flow is drawn only upright, that is the drawing.
    removeAll(section, (one) => WEB.some((name) => hasClass(one, name)) && !isOnlyDrawing(one));
    removeAll(section, ({ attribs }) => attribs.role === "status");
    for (const { attribs } of all(section)) {
      // Pictures that wait to be scrolled to never come.
      delete attribs.loading;
      delete attribs.tabindex;
    }
  }
  return sections;
}

function isOnlyDrawing(element: Element): boolean {
  if (!hasClass(element, "flow__drawing--narrow")) return false;
  const beside = DomUtils.getSiblings(element) as Element[];
  return !beside.some((one) => one.type === "tag" && hasClass(one, "flow__drawing--wide"));
}

function all(section: Element): Element[] {
  return [section, ...findAll(section, () => true)];
}

/** The ids of a page → what they are in the book. Those of the explainer stay as they are. */
function idsOf({ layout, name }: Page, sections: readonly Element[]): ReadonlyMap<string, string> {
  const ids = sections.flatMap(all).flatMap(({ attribs }) => attribs.id ?? []);
  return new Map(ids.map((id) => [id, layout === "explainer" ? id : `${name}--${id}`]));
}

/** Undefined for what is not in the book. */
function inBook(
  href: string,
  page: Page,
  ids: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string | undefined {
  const target = targetOf(href, page);
  const there = target && ids.get(target.path);
  if (there === undefined) return undefined;
  const [first] = there.values();
  const id = there.get(target?.id ?? "") ?? first;
  return id === undefined ? undefined : `#${encodeURIComponent(id)}`;
}

// Printed pages as trees: an edition is the page with some parts exchanged, so that it cannot say anything else.

import type { Element, Document as Tree } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import type { BuiltPage, Document } from "../model.ts";
import { withShapesInPlace } from "../printing/late-shapes.ts";

export type { Element, Tree };

/** With the shapes of drawings in their place: an edition that is made of parts of a page takes them along. */
export function readTree({ html }: Pick<BuiltPage, "html">): Tree {
  // Our pages write every name as it is called, `viewBox` too.
  return parseDocument(withShapesInPlace(html), { lowerCaseTags: false, lowerCaseAttributeNames: false });
}

export function writeTree(tree: Tree | Element): string {
  return DomUtils.getOuterHTML(tree, { encodeEntities: "utf8" });
}

export function findAll(within: Tree | Element, test: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(test, within.children);
}

export function isNamed(...names: readonly string[]): (element: Element) => boolean {
  return ({ name }) => names.includes(name);
}

export function hasClass({ attribs }: Element, name: string): boolean {
  return (attribs.class ?? "").split(" ").includes(name);
}

export function removeAll(within: Tree | Element, test: (element: Element) => boolean): void {
  for (const element of findAll(within, test)) DomUtils.removeElement(element);
}

/** A picture in one of its forms. */
export interface PictureFile {
  /** `image/webp` */
  readonly type: string;
  /** Where its bytes lie. */
  readonly cached: string;
}

/** By their paths in the output. */
export function pictureFiles({ pictures }: Document): ReadonlyMap<string, PictureFile> {
  const shown = [...pictures.values()].flatMap((picture) =>
    picture.kind === "picture" ? picture.sources : [],
  );
  return new Map(
    shown.flatMap(({ type, variants }) =>
      variants.map(({ path, cached }) => [path, { type, cached }] as const),
    ),
  );
}

/** The widest of the pictures that an `img` or a `source` offers. */
export function widestOf({ attribs }: Element): string | undefined {
  return (
    attribs.srcset
      ?.split(", ")
      .at(-1)
      ?.replace(/ \d+w$/, "") ?? attribs.src
  );
}

/** The sections of a page as it was printed. */
export function printedSections(built: BuiltPage): Element[] {
  const [main] = findAll(readTree(built), isNamed("main"));
  return (main?.children ?? []).filter(
    (child): child is Element => child.type === "tag" && hasClass(child, "section"),
  );
}

import type { BuiltPage, Document, Page, Section } from "../../model.ts";
import { type Element, findAll, isNamed, printedSections } from "../page-tree.ts";
import { prepareChapter } from "./prepare-chapter.ts";

/** What stands on one file of a book: a section of the explainer, or a page of its own. */
export interface Chapter {
  /** Relative to the package file: `sections/why.xhtml`, `pages/glossary.xhtml` */
  readonly path: string;
  readonly page: Page;
  readonly section: Section;
  /** The section as it was printed, for a book. */
  readonly element: Element;
  readonly hasDrawing: boolean;
}

/** In the order of the document. */
export function readChapters(
  language: string,
  document: Document,
  built: readonly BuiltPage[],
): readonly Chapter[] {
  const own = document.pages.filter((page) => page.language === language);
  return own.flatMap((page) => {
    const printed = built.find((one) => one.page.path === page.path);
    return printed === undefined ? [] : chaptersOf(page, printed);
  });
}

function chaptersOf(page: Page, built: BuiltPage): Chapter[] {
  const printed = printedSections(built);
  return page.sections.map((section, index) => {
    const element = printed[index];
    if (element === undefined) throw new Error(`Cannot find the section "${section.name}" on "${page.path}"`);
    prepareChapter(element);
    return {
      path: page.layout === "explainer" ? `sections/${section.name}.xhtml` : `pages/${page.name}.xhtml`,
      page,
      section,
      element,
      hasDrawing: findAll(element, isNamed("svg")).length > 0,
    };
  });
}

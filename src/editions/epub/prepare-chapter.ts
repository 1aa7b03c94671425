import { DomUtils } from "htmlparser2";
import { type Element, findAll, hasClass, isNamed, removeAll } from "../page-tree.ts";

/** What a page has for the web alone: scripts and what they serve, links to headings, and to the file of a section. */
const WEB = ["anchor", "late", "narrowing", "narrowing__nothing", "record__edit"];
/** Of no use, or not allowed, where nothing loads and nothing runs. */
const ATTRIBUTES = /^(?:decoding|loading|open|tabindex|data-(?!label$).*)$/;

/** A printed section → the same for a book: nothing that only the web can do, and one drawing of each flow. */
export function prepareChapter(section: Element): void {
  removeAll(section, isNamed("script", "noscript", "style"));
  removeAll(section, (element) => WEB.some((name) => hasClass(element, name)));
  removeAll(section, (element) => hasClass(element, "record") && DomUtils.textContent(element).trim() === "");
  removeAll(section, ({ attribs }) => attribs.role === "status");
  // A line of a book is seldom wider than a phone.
  removeAll(section, (element) => hasClass(element, "flow__drawing--wide"));
  for (const element of findAll(section, isNamed("details", "summary"))) unfold(element);
  for (const element of [section, ...findAll(section, () => true)]) {
    for (const name of Object.keys(element.attribs)) {
      if (ATTRIBUTES.test(name)) delete element.attribs[name];
    }
    // A book's style sheet must not say it, and code runs from left to right in every language.
    if (element.name === "code" || element.name === "pre") element.attribs.dir = "ltr";
    if (element.name === "svg") element.attribs.xmlns = "http://www.w3.org/2000/svg";
  }
  section.attribs["epub:type"] = "chapter";
  section.attribs.role = "doc-chapter";
}

/** Not every reader can open what is folded. */
function unfold(element: Element): void {
  if (element.name === "summary") element.attribs.class = "summary";
  element.name = element.name === "summary" ? "p" : "div";
}

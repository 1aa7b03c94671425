import { element, text } from "../../diagrams/markup.ts";
import { tellDayIn } from "../../printing/days.ts";
import type { Words } from "../../printing/words.ts";
import type { About } from "../about.ts";
import type { BookHeading } from "./headings.ts";

/** What a book opens with: whose it is, of what day, and where the same words are on the web. */
export function printTitlePage(about: About, words: Words): string {
  const { title, description, authors, licence, changed, language, address } = about;
  const facts = [
    ...(changed === undefined ? [] : [tellDayIn(words.changed ?? "{}", changed.slice(0, 10), language)]),
    ...(licence === undefined
      ? []
      : [`${text(words.licence ?? "")} ${element("a", { href: licence.url }, text(licence.name))}`]),
    element("a", { href: address, dir: "ltr" }, text(address.replace(/^https:\/\/|\/$/g, ""))),
  ];
  return element(
    "header",
    { class: "front" },
    element("p", { class: "front__title" }, text(title)),
    element("p", { class: "front__about" }, text(description)),
    element(
      "div",
      { class: "front__facts" },
      ...authors.map(({ name }) => element("p", { class: "front__author" }, text(name))),
      ...facts.map((fact) => element("p", {}, fact)),
    ),
  );
}

/** The upper three levels of headings. Their pages are filled in once they are known. */
export function printContents(headings: readonly BookHeading[], words: Words): string {
  const entries = headings
    .filter(({ level }) => level <= 3)
    .map(({ id, level, text: words }) =>
      element(
        "li",
        { class: `table__entry table__entry--${level}` },
        element("a", { href: `#${encodeURIComponent(id)}` }, element("span", {}, text(words))),
      ),
    );
  return element(
    "nav",
    { class: "table", "aria-label": words.contents ?? "" },
    element("p", { class: "table__title" }, text(words.contents ?? "")),
    element("ol", {}, ...entries),
  );
}

import { element, text } from "../../diagrams/markup.ts";
import { tellDayIn } from "../../printing/days.ts";
import type { Words } from "../../printing/words.ts";
import type { About } from "../about.ts";
import type { Part } from "./part.ts";
import { printSheet } from "./xhtml.ts";

export function printCover({ title, language }: About): Part {
  const path = "cover.xhtml";
  const image = `<img src="cover.png" alt="${text(title)}" role="doc-cover"/>`;
  const inner = element("section", { class: "cover", "epub:type": "cover" }, image);
  return { path, content: printSheet({ title, language, path }, inner), isRead: true };
}

export function printTitle(about: About, words: Words): Part {
  const { title, description, language, address, authors, licence, changed } = about;
  const path = "title.xhtml";
  // A bare address runs from left to right in every language.
  const link = (href: string, label: string): string =>
    element("a", { href, dir: label === href ? "ltr" : undefined }, text(label));
  const facts = [
    link(address, address),
    ...(changed === undefined ? [] : [tellDayIn(words.changed ?? "{}", changed.slice(0, 10), language)]),
    ...(licence === undefined ? [] : [`${text(words.licence ?? "")} ${link(licence.url, licence.name)}`]),
  ];
  const inner = element(
    "section",
    { class: "title", "epub:type": "titlepage" },
    element("h1", {}, text(title)),
    element("p", { class: "title__about" }, text(description)),
    ...authors.map(({ name }) => element("p", { class: "title__author" }, text(name))),
    ...facts.map((fact) => element("p", { class: "title__fact" }, fact)),
  );
  return { path, content: printSheet({ title, language, path }, inner), isRead: true };
}

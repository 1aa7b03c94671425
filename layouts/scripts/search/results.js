import { pieces } from "./find.js";

/** An element. What is in the index is put in as text, never as markup. */
export const create = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const markWords = (text, words) =>
  pieces(text, words).map((piece, i) => (i % 2 ? create("mark", {}, piece) : piece));

const listItem = ({ href, title, sentence }, words) =>
  create(
    "li",
    {},
    create(
      "a",
      { href },
      create("span", { className: "search__title" }, ...markWords(title, words)),
      " ",
      create("span", { className: "search__sentence" }, ...markWords(sentence, words)),
    ),
  );

/** Links to what was found, section by section, the one with the best first. */
export const listResults = (found, words) =>
  [...new Set(found.map(({ section }) => section))].flatMap((section) => [
    create("h2", { className: "search__section" }, section.name),
    create(
      "ul",
      {},
      ...found.filter((one) => one.section === section).map((passage) => listItem(passage, words)),
    ),
  ]);

import { Tokenizer } from "htmlparser2";
import { fold } from "../markdown/words.ts";
import type { BuiltPage, Page } from "../model.ts";

/** What a printed page holds, read from its HTML and from nothing else. */
export interface BuiltFacts {
  readonly page: Page;
  readonly ids: readonly string[];
  /** Links of the templates: those inside sections are their authors', and checked where they are written. */
  readonly links: readonly string[];
  /** By the id of its heading, the words of each section in the order of the page. */
  readonly sections: ReadonlyMap<string, string>;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Inside a line of words these end no word: `Git<em>Ops</em>` is one. */
const INLINE = names(
  "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark picture q s samp small source span strong sub sup time u var wbr",
);
const VOID = names("area base br col embed hr img input link meta source track wbr");
const READ = names("id href alt class aria-labelledby");

/** What our Markdown adds to an author's words. */
const ADDED = names("anchor footnote-ref footnote-backref");

/** Walks over the tokens of a page. A tree, or the library's parser above its tokenizer, takes half as long again. */
export function readBuiltPage({ page, html }: BuiltPage): BuiltFacts {
  const wanted = new Set(page.sections.map(({ name }) => name));
  const ids: string[] = [];
  const links: string[] = [];
  const sections = new Map<string, string>();
  let tag = "";
  let attribute = "";
  let value = "";
  let attributes = new Map<string, string>();
  let current: string | undefined;
  let words = "";
  /** How many `section` elements are open inside the current one, and how many elements inside an added one. */
  let depth = 0;
  let added = 0;

  function open(): void {
    const id = attributes.get("id");
    const href = attributes.get("href");
    if (id !== undefined) ids.push(id);
    if (tag === "section") {
      const name = attributes.get("aria-labelledby") ?? "";
      if (current === undefined && wanted.has(name)) [current, words, depth] = [name, "", 0];
      if (current !== undefined) depth++;
    }
    if (current === undefined) {
      if (tag === "a" && href !== undefined) links.push(href);
      return;
    }
    if ((added > 0 || ADDED.has(attributes.get("class") ?? "")) && !VOID.has(tag)) added++;
    if (tag === "img" && added === 0) words += attributes.get("alt") ?? "";
    if (!INLINE.has(tag)) words += " ";
  }

  function close(name: string): void {
    if (current === undefined) return;
    if (added > 0) added--;
    if (!INLINE.has(name)) words += " ";
    if (name === "section" && --depth === 0) {
      sections.set(current, fold(words));
      current = undefined;
    }
  }

  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        if (attributes.size > 0) attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        if (READ.has(attribute)) value += html.slice(start, end);
      },
      onattribentity(point) {
        value += String.fromCodePoint(point);
      },
      onattribend() {
        if (READ.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      ontext(start, end) {
        if (current !== undefined && added === 0) words += html.slice(start, end);
      },
      ontextentity(point) {
        if (current !== undefined && added === 0) words += String.fromCodePoint(point);
      },
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      onend: ignored,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { page, ids, links, sections };
}

import { Parser } from "htmlparser2";
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

/** Inside a line of words these end no word: `Git<em>Ops</em>` is one. */
const INLINE = new Set(
  "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark picture q s samp small source span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** What our Markdown adds to an author's words. */
const ADDED = new Set(["anchor", "footnote-ref", "footnote-backref"]);

export function readBuiltPage({ page, html }: BuiltPage): BuiltFacts {
  const ids: string[] = [];
  const links: string[] = [];
  const sections = new Map<string, string>();
  const names = new Set(page.sections.map(({ name }) => name));
  let current: string | undefined;
  let words = "";
  let depth = 0;
  let added = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { id, href, alt } = attributes;
      if (id !== undefined) ids.push(id);
      if (added > 0 || ADDED.has(attributes.class ?? "")) added++;
      if (tag === "section") {
        const name = attributes["aria-labelledby"] ?? "";
        if (current === undefined && names.has(name)) [current, words, depth] = [name, "", 0];
        if (current !== undefined) depth++;
      }
      if (current === undefined && href !== undefined && tag === "a") links.push(href);
      if (current === undefined) return;
      if (tag === "img" && added === 0) words += alt ?? "";
      if (tag === "br" || !INLINE.has(tag)) words += " ";
    },
    ontext(text) {
      if (current !== undefined && added === 0) words += text;
    },
    onclosetag(tag) {
      if (added > 0) added--;
      if (current === undefined) return;
      if (!INLINE.has(tag)) words += " ";
      if (tag === "section" && --depth === 0) {
        sections.set(current, fold(words));
        current = undefined;
      }
    },
  });
  parser.end(html);
  return { page, ids, links, sections };
}

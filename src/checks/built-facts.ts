import { decodeHTML } from "entities";
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

/** What our Markdown adds to an author's words. */
const ADDED = /\sclass="(?:anchor|footnote-ref|footnote-backref)"/;

/**
 * Jumps from tag to tag. Each `>` in a value has been escaped by what wrote the page, so the next one ends the tag; a
 * template that left one as it is would only add words, and never hide a loss. A library's tokenizer looks at every
 * character instead, and took three times as long: a quarter of all checks.
 */
export function readBuiltPage({ page, html }: BuiltPage): BuiltFacts {
  const wanted = new Set(page.sections.map(({ name }) => name));
  const ids: string[] = [];
  const links: string[] = [];
  const sections = new Map<string, string>();
  let current: string | undefined;
  let words = "";
  /** How many `section` elements are open inside the current one, and how many elements inside an added one. */
  let depth = 0;
  let added = 0;

  function open(tag: string, name: string): void {
    // `<p>` has none to look for.
    const hasAttributes = tag.length > name.length + 2;
    const id = hasAttributes ? attributeOf(tag, "id") : undefined;
    if (id !== undefined) ids.push(id);
    if (name === "section") {
      const label = attributeOf(tag, "aria-labelledby") ?? "";
      if (current === undefined && wanted.has(label)) [current, words, depth] = [label, "", 0];
      if (current !== undefined) depth++;
    }
    if (current === undefined) {
      const href = name === "a" ? attributeOf(tag, "href") : undefined;
      if (href !== undefined) links.push(href);
      return;
    }
    if ((added > 0 || (hasAttributes && ADDED.test(tag))) && !VOID.has(name)) added++;
    if (name === "img" && added === 0) words += / alt="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (!INLINE.has(name)) words += " ";
    // A drawing has its alternative text here.
    if (name === "svg") words += / aria-label="([^"]*)"/.exec(tag)?.[1] ?? "";
  }

  function close(name: string): void {
    if (current === undefined) return;
    if (added > 0) added--;
    if (!INLINE.has(name)) words += " ";
    if (name === "section" && --depth === 0) {
      sections.set(current, fold(decodeHTML(words)));
      current = undefined;
    }
  }

  for (let at = html.indexOf("<"), end = 0; at >= 0; at = html.indexOf("<", end)) {
    if (current !== undefined && added === 0 && at > end) words += html.slice(end, at);
    // Of a page with much code, half of all tags are these; they change nothing.
    if (added === 0 && html.startsWith("</span>", at)) {
      end = at + "</span>".length;
      continue;
    }
    if (html.startsWith("<!--", at)) {
      end = after(html, "-->", at);
      continue;
    }
    end = after(html, ">", at);
    const tag = html.slice(at, end);
    const name = nameOf(tag);
    if (name === "") continue;
    if (tag[1] === "/") {
      close(name);
      continue;
    }
    open(tag, name);
    // What scripts and styles hold is no markup. One that never ends holds all the rest.
    if (name === "script" || name === "style") {
      const close = html.indexOf(`</${name}`, end);
      end = close < 0 ? html.length : close;
    }
  }
  return { page, ids, links, sections };
}

/** The name of the element that a tag opens or closes; empty where it is none, such as `<!DOCTYPE html>`. */
function nameOf(tag: string): string {
  const start = tag[1] === "/" ? 2 : 1;
  let end = start;
  while (isLetter(tag.charCodeAt(end)) || (end > start && isDigit(tag.charCodeAt(end)))) end++;
  return tag.slice(start, end).toLowerCase();
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

function attributeOf(tag: string, attribute: string): string | undefined {
  const start = tag.indexOf(` ${attribute}="`);
  if (start < 0) return undefined;
  const begin = start + attribute.length + 3;
  return decodeHTML(tag.slice(begin, tag.indexOf('"', begin)));
}

// What an edition says, read from its file alone.

import type { Element } from "domhandler";
import GithubSlugger from "github-slugger";
import { DomUtils, parseDocument } from "htmlparser2";
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { link, wordsIn } from "./said.ts";

export interface Found {
  readonly words: readonly string[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly figures: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Fragments of the same file that links lead to. */
  readonly fragments: readonly string[];
}

const ADDED =
  /(?:^| )(?:anchor|footnote-ref|footnote-backref|narrowing|narrowing__nothing|record|section__note)(?: |$)/;

/** The text of a page: all that stands in its `main`, or in a file without one. */
export function readHtml(html: string, site: string, { isXml = false } = {}): Found {
  const tree = parseDocument(html, { xmlMode: isXml });
  const [main] = DomUtils.getElementsByTagName("main", tree);
  const [body] = DomUtils.getElementsByTagName("body", tree);
  const found = {
    texts: [] as string[],
    headings: [] as string[],
    links: [] as string[],
    figures: [] as string[],
  };
  const fragments: string[] = [];
  const visit = (element: Element): void => {
    if (ADDED.test(element.attribs.class ?? "") || /^(?:script|style)$/.test(element.name)) return;
    if (element.name === "img") found.figures.push(element.attribs.alt ?? "");
    if (element.name === "img") found.texts.push(` ${element.attribs.alt ?? ""} `);
    if (element.name === "svg") {
      const { role, class: names = "" } = element.attribs;
      // A page has a drawing for wide windows and one for narrow ones.
      const isSecond =
        names.includes("--narrow") && element.prev !== null && /svg/.test((element.prev as Element).name);
      if (role !== "img" || isSecond) return;
      found.figures.push(element.attribs["aria-label"] ?? "");
      found.texts.push(` ${element.attribs["aria-label"] ?? ""} `);
      return;
    }
    const level = /^h([1-6])$/.exec(element.name)?.[1];
    if (level !== undefined) found.headings.push(`${level} ${textOf(element)}`);
    const href = element.name === "a" ? element.attribs.href : undefined;
    if (href?.startsWith("#")) fragments.push(decodeURIComponent(href.slice(1)));
    if (href !== undefined) found.links.push(link(textOf(element), href, site));
    const isInline = /^(?:a|abbr|code|del|dfn|em|mark|s|span|strong|sup)$/.test(element.name);
    if (!isInline) found.texts.push(" ");
    for (const child of element.children) {
      if (child.type === "text") found.texts.push(child.data);
      else if ("attribs" in child) visit(child);
    }
    if (!isInline) found.texts.push(" ");
  };
  const root = main ?? body;
  for (const child of root?.children ?? tree.children) if ("attribs" in child) visit(child);
  const withIds = DomUtils.findAll(({ attribs }) => attribs.id !== undefined, tree.children);
  const { texts, ...rest } = found;
  const ids = new Set(withIds.map(({ attribs }) => attribs.id ?? ""));
  return { ...rest, words: wordsIn(texts.join("")), ids, fragments };
}

function textOf(element: Element): string {
  const [first] = DomUtils.getElementsByTagName("img", element.children);
  return (DomUtils.textContent(element) || (first?.attribs.alt ?? "")).replace(/\s+/g, " ").trim();
}

/** As forges take it, which have no rules of ours, but make ids of headings. The last lines say where it comes from. */
export function readMarkdown(text: string, site: string): Found {
  const html = new MarkdownIt({ html: true }).use(footnote).render(text);
  const found = readHtml(html.slice(0, html.lastIndexOf("<hr>")).replace(/\[![A-Z]+\]/g, ""), site);
  const slugger = new GithubSlugger();
  const slugs = found.headings.map((heading) => slugger.slug(heading.slice(2)));
  return { ...found, ids: new Set([...found.ids, ...slugs]) };
}

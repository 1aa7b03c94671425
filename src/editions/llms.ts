import type { RootContent } from "mdast";
import { besideHome, copyPath } from "../content/addresses.ts";
import type { Document, Page } from "../model.ts";
import { nameOf } from "../printing/translated.ts";
import type { Words } from "../printing/words.ts";
import { pick } from "../printing/words.ts";
import { linked, listOf, paragraph, text } from "./markdown/nodes.ts";
import { writeMarkdown } from "./markdown/write.ts";

/** Tells language models where the Markdown copies are, in the form of https://llmstxt.org. */
export function listCopies(language: string, { site, pages }: Document, words: Words): string {
  const own = pages.filter((page) => page.language === language);
  const addressOf = (path: string): string => `${site.address}/${path}`;
  const others = site.languages.filter((other) => other !== language);
  const heading = (depth: 1 | 2, title: string): RootContent => {
    return { type: "heading", depth, children: [text(title)] };
  };
  return writeMarkdown({
    type: "root",
    children: [
      heading(1, pick(site.title, language)),
      { type: "blockquote", children: [paragraph(text(pick(site.description, language)))] },
      heading(2, words.pages ?? ""),
      listOf(own.map((page) => [linked(page.title, addressOf(copyPath(page.path))), text(partsOf(page))])),
      // The form gives this word a meaning: what follows may be left out.
      heading(2, "Optional"),
      listOf([
        [linked(words.allInOne ?? "", addressOf(besideHome("llms-full.txt", language, site)))],
        ...others.map((other) => [linked(nameOf(other), addressOf(besideHome("llms.txt", other, site)))]),
      ]),
    ],
  });
}

/** `: What, Why, How` */
function partsOf({ layout, sections }: Page): string {
  const [first] = sections;
  const parts =
    layout === "explainer"
      ? sections.slice(1).map(({ nav }) => nav)
      : (first?.headings ?? []).filter(({ level }) => level === 2).map(({ text }) => text);
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

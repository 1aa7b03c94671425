import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { element, text } from "../../diagrams/markup.ts";
import type { Site } from "../../model.ts";
import { readAssets } from "../../printing/assets.ts";
import { runningHeads } from "../../printing/running-heads.ts";
import type { Words } from "../../printing/words.ts";
import { LAYOUTS } from "../../project.ts";
import type { About } from "../about.ts";
import { writeTree } from "../page-tree.ts";
import { printContents, printTitlePage } from "./front.ts";
import { headingsIn, headingsOf } from "./headings.ts";
import type { Part } from "./parts.ts";

export interface BookSheetOptions {
  readonly about: About;
  readonly site: Site;
  readonly words: Words;
  /** Style sheets that declare the fonts. */
  readonly fonts: readonly string[];
}

/** A whole book as one page of HTML: the styles and the script of the web page, and what a book has besides. */
export async function printBookSheet(
  parts: readonly Part[],
  { about, site, words, fonts }: BookSheetOptions,
): Promise<string> {
  const [first] = parts;
  if (first === undefined) return "";
  const { styles, rare, late, flows } = await readAssets(LAYOUTS);
  const [paper, notes] = await Promise.all(
    ["styles/paper.css", "scripts/print.js"].map((file) => readFile(join(LAYOUTS, file), "utf8")),
  );
  const sections = parts.flatMap((part) => part.sections);
  const heads = sections.map((section) => {
    const [heading] = headingsIn(section);
    return { name: section.attribs["aria-labelledby"] ?? "", title: heading?.text ?? "" };
  });
  const opening = { name: "", title: "" };
  const edges = runningHeads({ ...first.page, sections: [opening, ...heads] }, site);
  const head = element(
    "head",
    {},
    `<meta charset="utf-8">`,
    element("title", {}, text(about.title)),
    ...fonts.map((href) => `<link rel="stylesheet" href="${text(href)}">`),
    element("style", {}, [styles, rare, flows.styles, late, flows.late, paper, edges].join("\n")),
    element("script", {}, notes ?? ""),
  );
  const body = [
    printTitlePage(about, words),
    printContents(headingsOf(parts), words),
    element("main", {}, ...parts.map(printPart)),
  ];
  const root = { lang: about.language, dir: about.direction };
  return `<!DOCTYPE html>\n${element("html", root, head, element("body", {}, ...body))}\n`;
}

function printPart({ page, sections }: Part): string {
  const names = page.layout === "explainer" ? "main main--explainer" : "main";
  return element("div", { class: names }, ...sections.map((section) => writeTree(section)));
}

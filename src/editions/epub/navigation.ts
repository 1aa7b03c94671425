import { element, text } from "../../diagrams/markup.ts";
import type { Heading } from "../../model.ts";
import type { Words } from "../../printing/words.ts";
import type { About } from "../about.ts";
import type { Chapter } from "./chapters.ts";
import type { Part } from "./part.ts";
import { printSheet } from "./xhtml.ts";

/** The contents as readers see them and as reading systems list them, and where the parts of the book begin. */
export function printNavigation(
  chapters: readonly Chapter[],
  { language }: About,
  words: Words,
  hasCover: boolean,
): Part {
  const path = "nav.xhtml";
  const title = words.contents ?? "";
  const contents = element(
    "nav",
    { "epub:type": "toc", role: "doc-toc", id: "toc", "aria-labelledby": "contents" },
    element("h1", { id: "contents" }, text(title)),
    element("ol", {}, ...chapters.map((chapter) => entryOf(chapter, language))),
  );
  const marks: [type: string, href: string, label: string][] = [
    ...(hasCover ? [["cover", "cover.xhtml", words.cover ?? ""] as [string, string, string]] : []),
    ["titlepage", "title.xhtml", words.titlePage ?? ""],
    ["toc", "#toc", title],
    ["bodymatter", chapters[0]?.path ?? "", words.start ?? ""],
  ];
  const landmarks = element(
    "nav",
    { "epub:type": "landmarks", hidden: "hidden", "aria-label": words.landmarks },
    element(
      "ol",
      {},
      ...marks.map(([type, href, label]) =>
        element("li", {}, element("a", { "epub:type": type, href }, text(label))),
      ),
    ),
  );
  const content = printSheet({ title, language, path }, `${contents}\n${landmarks}`);
  return { path, content, isRead: true, properties: ["nav"] };
}

/** A chapter, and the headings of the level below its own. */
function entryOf({ path, section }: Chapter, language: string): string {
  const [top, ...below] = section.headings;
  const lang = section.language === language ? undefined : section.language;
  const link = (href: string, label: string): string => {
    return element("a", { href, lang, "xml:lang": lang }, text(label));
  };
  const inner = below.filter(({ level }) => level === (top?.level ?? 1) + 1);
  const entries = inner.map(({ id, text: label }: Heading) =>
    element("li", {}, link(`${path}#${encodeURIComponent(id)}`, label)),
  );
  const list = entries.length === 0 ? "" : element("ol", {}, ...entries);
  return element("li", {}, link(path, section.title), list);
}

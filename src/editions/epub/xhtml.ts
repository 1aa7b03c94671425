import type { ChildNode } from "domhandler";
import { relativeAddress } from "../../content/addresses.ts";
import { element, text } from "../../diagrams/markup.ts";
import { directionOf } from "../../language.ts";
import type { Element } from "../page-tree.ts";

const VOID = new Set(["br", "col", "hr", "img", "input", "wbr"]);

/** A tree as both HTML and XML read it. */
export function writeXhtml(node: Element | ChildNode): string {
  if (node.type === "text") return text(node.data);
  if (!("attribs" in node)) return "";
  const { name, attribs, children } = node;
  const { lang } = attribs;
  const all = lang === undefined ? attribs : { ...attribs, "xml:lang": lang };
  const written = Object.entries(all).map(([key, value]) => ` ${key}="${text(value)}"`);
  const inner = children.map(writeXhtml).join("");
  return VOID.has(name) ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

export interface SheetFacts {
  readonly title: string;
  readonly language: string;
  readonly path: string;
}

/** A file of a book around what stands on it. */
export function printSheet({ title, language, path }: SheetFacts, inner: string): string {
  const root = {
    xmlns: "http://www.w3.org/1999/xhtml",
    "xmlns:epub": "http://www.idpf.org/2007/ops",
    lang: language,
    "xml:lang": language,
    dir: directionOf(language),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
${element(
  "html",
  root,
  `
<head>
<meta charset="utf-8"/>
<title>${text(title)}</title>
<link rel="stylesheet" type="text/css" href="${relativeAddress(path, "book.css")}"/>
</head>
<body>
${inner}
</body>
`,
)}
`;
}

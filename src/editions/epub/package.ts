import { extname } from "node:path";
import { element, text } from "../../diagrams/markup.ts";
import type { Words } from "../../printing/words.ts";
import type { About } from "../about.ts";
import type { Part } from "./part.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".xhtml": "application/xhtml+xml",
  ".css": "text/css",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
};

/** What the book is, its files, and the order in which they are read. */
export function printPackage(parts: readonly Part[], about: About, words: Words): string {
  const { language, direction } = about;
  const items = parts.map(({ path, properties = [] }) =>
    element("item", {
      id: idOf(path),
      href: path,
      "media-type": typeOf(path),
      properties: properties.join(" ") || undefined,
    }),
  );
  const order = parts
    .filter(({ isRead }) => isRead)
    .map(({ path }) => element("itemref", { idref: idOf(path) }));
  const root = {
    xmlns: "http://www.idpf.org/2007/opf",
    version: "3.0",
    "unique-identifier": "address",
    "xml:lang": language,
    dir: direction,
  };
  const lines = [
    element(
      "metadata",
      { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
      ...onLines(metadata(parts, about, words)),
    ),
    element("manifest", {}, ...onLines(items)),
    element("spine", { "page-progression-direction": direction }, ...onLines(order)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("package", root, ...onLines(lines))}\n`;
}

function metadata(parts: readonly Part[], about: About, words: Words): string[] {
  const { address, title, description, language, authors, licence, changed, modified } = about;
  const core = (name: string, value: string, attributes = {}): string =>
    element(`dc:${name}`, attributes, text(value));
  const meta = (property: string, value: string, attributes = {}): string =>
    element("meta", { property, ...attributes }, text(value));
  const hasPictures = parts.some(
    ({ path, properties = [] }) => path.startsWith("pictures/") || properties.includes("svg"),
  );
  return [
    core("identifier", address, { id: "address" }),
    core("title", title),
    core("language", language),
    ...authors.map(({ name }) => core("creator", name)),
    core("description", description),
    core("source", address),
    ...(licence === undefined ? [] : [core("rights", `${licence.name}, ${licence.url}`)]),
    ...(changed === undefined ? [] : [core("date", changed)]),
    meta("dcterms:modified", modified),
    meta("schema:accessMode", "textual"),
    ...(hasPictures ? [meta("schema:accessMode", "visual")] : []),
    meta("schema:accessModeSufficient", "textual"),
    ...["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"].map((feature) =>
      meta("schema:accessibilityFeature", feature),
    ),
    ...(hasPictures ? [meta("schema:accessibilityFeature", "alternativeText")] : []),
    meta("schema:accessibilityHazard", parts.some(({ path }) => path.endsWith(".gif")) ? "unknown" : "none"),
    meta("schema:accessibilitySummary", words.accessibility ?? ""),
  ];
}

function typeOf(path: string): string {
  const type = TYPES[extname(path)];
  if (type === undefined) throw new Error(`Cannot put "${path}" into a book: no reader must show its format`);
  return type;
}

function idOf(path: string): string {
  return `file-${path.replace(/[^A-Za-z0-9.-]/g, "-")}`;
}

function onLines(elements: readonly string[]): string[] {
  return ["\n", ...elements.map((one) => `${one}\n`)];
}

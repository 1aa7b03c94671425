import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { DomUtils, parseDocument } from "htmlparser2";
import { type Found, readHtml } from "./read.ts";

/** A book as a reading system opens it: the container leads to the package, and that to all else. */
export interface OpenBook {
  readonly package: string;
  /** By their paths from the package. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** In the order in which they are read. */
  readonly read: readonly string[];
  readonly text: (path: string) => string;
}

export function openEpub(bytes: Uint8Array): OpenBook {
  // By this a book is known, before anybody has unpacked it.
  if (strFromU8(bytes.subarray(30, 58)) !== "mimetypeapplication/epub+zip")
    throw new Error("No mimetype first");
  const packed = new Map(Object.entries(unzipSync(bytes)));
  const textOf = (name: string): string => strFromU8(packed.get(name) ?? missing(name));
  const [root] = elementsOf(textOf("META-INF/container.xml"), "rootfile");
  const place = root?.attribs["full-path"] ?? "";
  const text = textOf(place);
  const items = new Map(elementsOf(text, "item").map(({ attribs }) => [attribs.id, attribs.href ?? ""]));
  const inPackage = (href: string): string => posix.join(posix.dirname(place), decodeURI(href));
  return {
    package: text,
    files: new Map([...items.values()].map((href) => [href, packed.get(inPackage(href)) ?? missing(href)])),
    read: elementsOf(text, "itemref").map(
      ({ attribs }) => items.get(attribs.idref) ?? missing(attribs.idref),
    ),
    text: (href) => textOf(inPackage(href)),
  };
}

export function elementsOf(xml: string, name: string) {
  return DomUtils.getElementsByTagName(name, parseDocument(xml, { xmlMode: true }));
}

/** What its chapters say one after the other. */
export function readEpub(book: OpenBook, site: string): Found {
  const chapters = book.read.filter((path) => path.includes("/"));
  const found = chapters.map((path) => readHtml(book.text(path), site, { isXml: true }));
  return {
    words: found.flatMap(({ words }) => words),
    headings: found.flatMap(({ headings }) => headings),
    links: found.flatMap(({ links }) => links),
    figures: found.flatMap(({ figures }) => figures),
    ids: new Set(),
    fragments: [],
  };
}

/** Addresses within the book that lead to nothing: `sections/why.xhtml → how.xhtml#gone` */
export function deadEnds(book: OpenBook): string[] {
  const documents = [...book.files.keys()].filter((path) => path.endsWith(".xhtml"));
  const ids = new Set(
    documents.flatMap((path) =>
      [...book.text(path).matchAll(/ id="([^"]*)"/g)].map(([, id]) => `${path}#${id}`),
    ),
  );
  return documents.flatMap((path) =>
    [...book.text(path).matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, address = ""]) => {
      if (/^(?:https?|mailto|tel):/.test(address)) return [];
      const [file = "", id] = address.split("#");
      const there = file === "" ? path : posix.join(posix.dirname(path), file);
      const isThere =
        book.files.has(there) && (id === undefined || ids.has(`${there}#${decodeURIComponent(id)}`));
      return isThere ? [] : [`${path} → ${address}`];
    }),
  );
}

function missing(name: string | undefined): never {
  throw new Error(`Cannot find "${name}" in the book`);
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeCover } from "../../identity/cover.ts";
import { readWords } from "../../printing/words.ts";
import { LAYOUTS } from "../../project.ts";
import { describeBook } from "../about.ts";
import type { Printed } from "../book.ts";
import { readChapters } from "./chapters.ts";
import { linkChapters } from "./links.ts";
import { printNavigation } from "./navigation.ts";
import { printPackage } from "./package.ts";
import type { Part } from "./part.ts";
import { takePictures } from "./pictures.ts";
import { bookStyles } from "./styles.ts";
import { printCover, printTitle } from "./title.ts";
import { printSheet, writeXhtml } from "./xhtml.ts";
import { zipBook } from "./zip.ts";

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/** All that a site says in one language, as EPUB 3: a chapter for each section of the explainer and for each other page. */
export async function makeEpub(language: string, { document, pages }: Printed): Promise<Uint8Array> {
  const words = await readWords(LAYOUTS, language);
  const about = describeBook(document, language);
  const chapters = readChapters(language, document, pages);
  const pictures = await takePictures(chapters, document);
  linkChapters(chapters, document.site.address);
  const [tokens = "", rules = ""] = await Promise.all(
    ["tokens", "book"].map((name) => readFile(join(LAYOUTS, "styles", `${name}.css`), "utf8")),
  );
  const cover = await makeCover({ ...about, authors: about.authors.map(({ name }) => name) }, tokens);
  const front: Part[] = [
    ...(cover === undefined ? [] : [printCover(about)]),
    printTitle(about, words),
    printNavigation(chapters, about, words, cover !== undefined),
  ];
  const parts: Part[] = [
    ...front,
    ...chapters.map(
      ({ path, section, element, hasDrawing }): Part => ({
        path,
        content: printSheet({ title: section.title, language, path }, writeXhtml(element)),
        isRead: true,
        properties: hasDrawing ? ["svg"] : [],
      }),
    ),
    { path: "book.css", content: bookStyles(rules, tokens) },
    ...(cover === undefined ? [] : [{ path: "cover.png", content: cover, properties: ["cover-image"] }]),
    ...pictures,
  ];
  return zipBook(
    [
      { path: "META-INF/container.xml", content: CONTAINER },
      { path: "book/package.opf", content: printPackage(parts, about, words) },
      ...parts.map((part) => ({ ...part, path: `book/${part.path}` })),
    ],
    about.modified,
  );
}

import { createHash } from "node:crypto";
import { bookPath } from "../content/addresses.ts";
import { writeBelow } from "../write-below.ts";
import type { MakeBook, Printed } from "./book.ts";
import { makeEpub } from "./epub/make-epub.ts";
import { ENDINGS, type Ending } from "./kinds.ts";
import { makePdf } from "./pdf/make-pdf.ts";

const BOOKS: Readonly<Record<Ending, MakeBook>> = { epub: makeEpub, pdf: makePdf };

export interface BooksOptions {
  /** The one kind that is wanted, or undefined for all. */
  readonly only?: Ending | undefined;
  readonly onProgress: (what: string) => void;
}

/** Says what was written: by it an earlier output is known, and a reader can tell whether a file has come whole. */
export const LIST = "editions.json";

/** Writes each edition in each language into an empty folder, and gives their paths. */
export async function writeBooks(
  printed: Printed,
  output: string,
  { only, onProgress }: BooksOptions,
): Promise<string[]> {
  const { site } = printed.document;
  const written = [];
  for (const language of site.languages) {
    for (const ending of ENDINGS.filter((one) => only === undefined || one === only)) {
      const path = bookPath(ending, language, site);
      onProgress(`Making ${path}`);
      const bytes = await BOOKS[ending](language, printed);
      writeBelow(output, path, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      written.push({ path, language, bytes: bytes.length, sha256 });
    }
  }
  writeBelow(output, LIST, `${JSON.stringify(written, null, 2)}\n`);
  return written.map(({ path }) => path);
}

import { join } from "node:path";
import { planRedirects } from "./content/redirects.ts";
import { copyExports } from "./diagrams/copy-exports.ts";
import type { Flows } from "./diagrams/flows.ts";
import { writeHostFiles } from "./hosting/write-host-files.ts";
import type { Card } from "./identity/card.ts";
import { writeIdentity } from "./identity/identity.ts";
import { copyVariants } from "./images/copy-variants.ts";
import type { BuiltPage, Document, Picture } from "./model.ts";
import { type AskedFile, writeAskedFiles } from "./printing/asked-files.ts";
import { writeListings } from "./printing/listings.ts";
import type { Mode } from "./printing/sheet.ts";
import type { Words } from "./printing/words.ts";
import { writeRedirects } from "./printing/write-redirects.ts";

/** What has been printed, and what else was made on the way. */
export interface Made {
  readonly document: Document;
  readonly pages: readonly BuiltPage[];
  /** All that was printed, those at old paths too. */
  readonly html: readonly string[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly asked: readonly AskedFile[];
  /** The style sheet that declares the page's colours. */
  readonly styles: string;
}

export interface BesideOptions {
  readonly output: string;
  readonly cache: string;
  readonly mode: Mode;
  readonly flows: Flows;
  readonly wordsOf: (language: string) => Promise<Words>;
}

/** Writes what lies beside the pages: what they show or lead to, and in a build what other programs read as well. */
export async function writeBeside(made: Made, options: BesideOptions): Promise<void> {
  const { document, pages, html, cards, asked, styles } = made;
  const { output, cache, mode, flows, wordsOf } = options;
  await copyVariants(usable(document), output);
  await copyExports(flows, document, output, async (language) => ({
    words: await wordsOf(language),
    styles,
  }));
  writeAskedFiles(asked, output);
  writeHostFiles(document, { pages, html, asked }, output);
  await writeRedirects(planRedirects(document), output);
  if (mode !== "build") return;
  await writeIdentity(cards.values(), document, { flows, output, cache: join(cache, "identity"), styles });
  writeListings(document, output, styles);
  // Neither a check nor a preview writes these, and need not wait for their code.
  const { writeEditions } = await import("./editions/write-editions.ts");
  await writeEditions(document, pages, { output, wordsOf });
}

function usable({ pictures }: Document): Picture[] {
  return [...pictures.values()].filter((picture) => picture.kind === "picture");
}

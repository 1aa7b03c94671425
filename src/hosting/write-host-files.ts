import type { BuiltPage, Document } from "../model.ts";
import type { AskedFile } from "../printing/asked-files.ts";
import { writeBelow } from "../write-below.ts";
import { headersOf } from "./headers.ts";
import { caddyConfiguration, netlifyHeaders, nginxConfiguration } from "./host-files.ts";
import { inlineOf } from "./policy.ts";
import { tellRequests } from "./requests.ts";

/** Below this folder of the output lies what a host reads and no reader does. */
const FOLDER = "_server";

interface Printed {
  readonly pages: readonly BuiltPage[];
  /** All that was printed, those at old paths too: a host sends its headers with each of them. */
  readonly html: readonly string[];
  readonly asked: readonly AskedFile[];
}

/** Writes what hosts need in order to serve the pages well: headers, configurations, and the list of requests. */
export function writeHostFiles(document: Document, { pages, html, asked }: Printed, output: string): void {
  const headers = headersOf(document.site, html.map(inlineOf));
  const files = {
    _headers: netlifyHeaders(headers),
    [`${FOLDER}/nginx.conf`]: nginxConfiguration(headers),
    [`${FOLDER}/Caddyfile`]: caddyConfiguration(headers),
    [`${FOLDER}/README.md`]: tellRequests(document, pages, asked),
  };
  for (const [path, text] of Object.entries(files)) writeBelow(output, path, text);
}

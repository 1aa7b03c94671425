import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { contentType } from "../hosting/content-types.ts";
import { PROJECT } from "../project.ts";
import { type Answer, answerAddress, answerBytes, answerFault, answerText, type Shown } from "./answer.ts";
import { openEvents, type ShownProblem } from "./events.ts";
import { listen } from "./listen.ts";
import { isOwnHost } from "./own-host.ts";

export interface PreviewOptions {
  /** Where the last good output is, given the port; it may be absent at first. */
  readonly folder: (port: number) => string;
  /** 8080, or the next free one. */
  readonly port?: number;
  /** The port is what a person asked for: it or none. Off. */
  readonly strict?: boolean;
}

/** What there is to tell. `changed` names the sections whose words are others than before, by their ids. */
export type PreviewState =
  | {
      readonly kind: "built";
      readonly changed: readonly string[];
      readonly problems?: readonly ShownProblem[];
    }
  | { readonly kind: "problems"; readonly problems: readonly ShownProblem[] };

export interface Preview {
  /** `http://127.0.0.1:8080/` */
  readonly address: string;
  readonly folder: string;
  show(state: PreviewState): void;
  /**
   * Replaces the folder, and tells of it when that is done. Answers wait meanwhile: words of one build that come with
   * the number of another are never brought up to date.
   */
  replace(swap: () => Promise<void>, state: PreviewState): Promise<void>;
  close(): Promise<void>;
}

const CLIENT_FILES = ["client.js", "panel.js", "place.js", "update.js"];

/** Serves a folder to this machine alone and tells the pages that are open in browsers what happens to it. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { port: wanted = 8080, strict = false } = options;
  const clientFiles = await readClientFiles();
  const events = openEvents();
  // Numbered from the time, so that a page from an earlier server never takes our build for its own.
  let shown: Shown = { built: false, build: Date.now(), changed: [], problems: [] };
  let replacing: Promise<void> | undefined;

  const server = createServer((request, response) => {
    // A browser that leaves in the middle of an answer is no fault, and there is nobody to tell.
    response.on("error", () => response.destroy());
    reply(request, response).catch((error: unknown) => {
      // Half an answer cannot be taken back.
      if (response.headersSent) response.destroy();
      else send(response, answerFault(error, shown));
    });
  });
  const port = await listen(server, wanted, strict);
  // A connection that could not be accepted, for want of file handles say; the browser asks again.
  server.on("error", () => undefined);
  const address = `http://127.0.0.1:${port}/`;
  const folder = options.folder(port);

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? "/";
    const clientFile = clientFiles.get(url);
    if (!isOwnHost(request.headers.host, port)) {
      send(response, answerText(403, `The preview answers only to names of this machine; open ${address}`));
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      send(response, answerText(405, "The preview only shows pages; use GET", { Allow: "GET, HEAD" }));
    } else if (url === "/.preview/events" && request.method === "GET") {
      events.add(response, { ...shown, changed: [] });
    } else if (clientFile !== undefined) {
      send(response, answerBytes(200, clientFile, contentType(url)));
    } else {
      send(response, await answerFromOneBuild(url));
    }
  }

  async function answerFromOneBuild(url: string): Promise<Answer> {
    for (;;) {
      await replacing;
      const from = shown;
      const answer = await answerAddress(folder, url, from);
      if (from === shown && replacing === undefined) return answer;
    }
  }

  function show(state: PreviewState): void {
    const built = shown.built || state.kind === "built";
    // Until the first build, the page that waits for it is what there is to see, and it names the problems.
    const build = state.kind === "built" || !built ? shown.build + 1 : shown.build;
    const changed = state.kind === "built" ? state.changed : [];
    shown = { built, build, changed, problems: state.problems ?? [] };
    events.send(shown);
  }

  return {
    address,
    folder,
    show,
    async replace(swap, state) {
      const replaced = swap().then(() => show(state));
      replacing = replaced.catch(() => undefined);
      try {
        await replaced;
      } finally {
        replacing = undefined;
      }
    },
    async close() {
      events.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Browsers keep connections open for the next request; nobody waits for that one.
      server.closeAllConnections();
      await closed;
    },
  };
}

// Node leaves the body out of an answer to HEAD by itself.
function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "Cache-Control": "no-store", "Content-Length": body.length });
  response.end(body);
}

/** By their addresses. They lie beside this file, in the sources as in the compiled cache. */
async function readClientFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const read = (name: string) => readFile(join(PROJECT, "src", "preview", name));
  return new Map(
    await Promise.all(CLIENT_FILES.map(async (name) => [`/.preview/${name}`, await read(name)] as const)),
  );
}

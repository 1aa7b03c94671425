import { contentType } from "../hosting/content-types.ts";
import type { Message } from "./events.ts";
import { findFile } from "./find-file.ts";
import { insertClient, sentencePage, waitingPage } from "./pages.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What an answer depends on besides the address. */
export interface Shown extends Message {
  /** Whether this server has seen a build; before that, a folder left by an earlier one is served. */
  readonly built: boolean;
}

const HTML = contentType("page.html");

/** The answer to GET for an address such as `/de/legal.html?x`, from the files as they are now. */
export async function answerAddress(folder: string, address: string, shown: Shown): Promise<Answer> {
  const [path = "", ...query] = address.split("?");
  const found = await findFile(folder, path);
  switch (found.kind) {
    case "file": {
      const type = contentType(found.path);
      return type === HTML ? answerPage(200, found.bytes, shown) : answerBytes(200, found.bytes, type);
    }
    case "moved":
      return { ...answerText(301, "It has moved"), headers: { Location: [found.to, ...query].join("?") } };
    case "malformed":
      return answerPage(
        400,
        sentencePage("Not an address", "The percent-encoding of this address is broken"),
        shown,
      );
    case "nothing":
      return shown.built ? answerMissing(folder, shown) : answerPage(503, waitingPage(shown.problems), shown);
  }
}

/** The answer when reading went wrong for another reason than absence, such as a file that nobody may read. */
export function answerFault(error: unknown, shown: Shown): Answer {
  const reason = error instanceof Error ? error.message : String(error);
  return answerPage(500, sentencePage("This could not be read", `${reason}. Other pages still work.`), shown);
}

export function answerText(status: number, sentence: string, headers: Answer["headers"] = {}): Answer {
  const body = Buffer.from(`${sentence}\n`);
  return { status, headers: { "Content-Type": contentType("sentence.txt"), ...headers }, body };
}

export function answerBytes(status: number, body: Buffer, type: string): Answer {
  return { status, headers: { "Content-Type": type }, body };
}

function answerPage(status: number, html: Buffer, shown: Shown): Answer {
  return answerBytes(status, insertClient(html, shown.build), HTML);
}

async function answerMissing(folder: string, shown: Shown): Promise<Answer> {
  const own = await findFile(folder, "/404.html");
  const html =
    own.kind === "file" ? own.bytes : sentencePage("Not found", "Nothing is published at this address");
  return answerPage(404, html, shown);
}

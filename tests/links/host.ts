import {
  createServer as createPlainServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { Answer } from "../../src/links/answer.ts";
import { type Ask, openAsk } from "../../src/links/ask.ts";
import { type Clock, Courtesy } from "../../src/links/courtesy.ts";
import { type FetchOptions, openFetcher } from "../../src/links/fetch.ts";
import { follow } from "../../src/links/follow.ts";

/** What a path of a host answers. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface Host {
  readonly port: number;
  readonly address: string;
  /** `GET /path`, in the order in which they came. */
  readonly requests: string[];
  readonly headers: IncomingMessage["headers"][];
  readonly connections: () => number;
}

/** A real server on this machine that answers as it is told; other paths are not there. */
export async function host(
  paths: Readonly<Record<string, Answering>>,
  tls?: { readonly key: string; readonly cert: string },
): Promise<Host> {
  const requests: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const answer = paths[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  };
  const server = tls === undefined ? createPlainServer(listener) : createTlsServer(tls, listener);
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => void server.close(() => done()));
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http${tls === undefined ? "" : "s"}://127.0.0.1:${port}`,
    requests,
    headers,
    connections: () => connections,
  };
}

/** Answers with a page. */
export function page(html: string, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(html);
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** A clock that runs ahead instead of waiting, and tells how long it would have waited. */
export function fastClock(): Clock & { readonly waits: number[] } {
  let time = Date.parse("2026-08-22T12:00:00Z");
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    async wait(ms, signal) {
      signal.throwIfAborted();
      waits.push(ms);
      const end = time + ms;
      await setImmediate();
      time = Math.max(time, end);
    },
  };
}

export type AskingOptions = Partial<FetchOptions> & { readonly clock?: Clock };

/** Asks as the check does, without waiting between attempts. */
export function askWith(options: AskingOptions = {}): Ask {
  const { signal = new AbortController().signal, clock = fastClock() } = options;
  const fetcher = openFetcher({ userAgent: "Test", allowPrivate: true, ...options, signal });
  onTestFinished(fetcher.close);
  return openAsk({ fetcher, courtesy: new Courtesy({ clock, signal }), clock, signal });
}

export function answerOf(address: string, options: AskingOptions = {}): Promise<Answer> {
  return follow(address, askWith(options));
}

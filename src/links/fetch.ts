// The only file that opens connections.

import { lookup as resolveName } from "node:dns/promises";
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { errorCode } from "../error-code.ts";
import type { Body, Failure, Reply } from "./answer.ts";
import { isPrivateAddress } from "./private-addresses.ts";

export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

export interface FetchOptions {
  readonly userAgent: string;
  /** Addresses inside networks may be asked too (false). */
  readonly allowPrivate?: boolean;
  /** For a request with all of its body (20 s). */
  readonly timeoutMs?: number;
  /** Where reading of a body stops (512 KB). */
  readonly bodyLimit?: number;
  readonly resolve?: Resolve;
  readonly signal: AbortSignal;
}

export type Method = "HEAD" | "GET";

export interface Fetcher {
  /** Sends one request and follows nothing. What goes wrong on the way is a reply too. */
  readonly fetch: (url: URL, method: Method) => Promise<Reply>;
  readonly close: () => void;
}

class PrivateAddressError extends Error {}

export function openFetcher(options: FetchOptions): Fetcher {
  const { userAgent, allowPrivate = false, timeoutMs = 20_000, bodyLimit = 512 * 1024, signal } = options;
  const agents = {
    "http:": new http.Agent({ keepAlive: true }),
    "https:": new https.Agent({ keepAlive: true }),
  };
  const lookup = guardedLookup(options.resolve ?? ((host) => resolveName(host, { all: true })), allowPrivate);
  const request = async (url: URL, method: Method, end: AbortSignal): Promise<Reply> => {
    const protocol = url.protocol === "https:" ? "https:" : "http:";
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // A number is not looked up, so that the guard would not see it.
    if (isIP(host) !== 0 && !allowPrivate && isPrivateAddress(host)) return failure("private", host);
    const headers = { "User-Agent": userAgent, Accept: "text/html,*/*;q=0.8", "Accept-Encoding": "gzip, br" };
    // User and password of the address are left out.
    const target = { protocol, host, port: url.port, path: url.pathname + url.search, method, headers };
    const response = await send({ ...target, agent: agents[protocol], lookup, signal: end });
    return await readResponse(response, method, bodyLimit);
  };
  return {
    async fetch(url, method) {
      signal.throwIfAborted();
      const timer = new AbortController();
      const stop = (): void => timer.abort();
      const timeout = setTimeout(stop, timeoutMs);
      signal.addEventListener("abort", stop);
      try {
        return await request(url, method, timer.signal);
      } catch (error) {
        signal.throwIfAborted();
        return timer.signal.aborted ? failure("timeout", `${timeoutMs} ms`) : failureOf(error);
      } finally {
        clearTimeout(timeout);
        signal.removeEventListener("abort", stop);
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/**
 * Looks a name up and refuses it there and then: what was resolved is what is connected to, so that a name that
 * resolves differently a moment later gains nothing.
 */
function guardedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, { all }, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        const isRefused = !allowPrivate && found.some(({ address }) => isPrivateAddress(address));
        if (isRefused) done(new PrivateAddressError(host), "", 0);
        else if (first === undefined) done(Object.assign(new Error(host), { code: "ENOTFOUND" }), "", 0);
        else if (all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };
}

function send(options: RequestOptions): Promise<IncomingMessage> {
  const { request } = options.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    request(options, resolve).on("error", reject).end();
  });
}

async function readResponse(response: IncomingMessage, method: Method, limit: number): Promise<Reply> {
  const { statusCode: status = 0, headers } = response;
  const { "content-type": type = "", location, "retry-after": retryAfter } = headers;
  const isPage = method === "GET" && isHtml(type) && status >= 200 && status < 300;
  const body = isPage ? await readBody(response, limit) : undefined;
  // The rest of what nobody reads is not sent for; the reply to HEAD has no rest, and its connection is kept.
  if (method === "HEAD") response.resume();
  else if (!response.readableEnded) response.destroy();
  return {
    kind: "response",
    status,
    type,
    ...(location === undefined ? {} : { location: asWritten(location) }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(body === undefined ? {} : { body }),
  };
}

/** Headers are read byte by byte; an address in one that is not plain ASCII was written as UTF-8. */
function asWritten(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\ufffd") ? header : text;
}

export function isHtml(type: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The limit counts what was unpacked: a small body may hold a huge one. */
async function readBody(response: IncomingMessage, limit: number): Promise<Body> {
  const decode = DECODERS[response.headers["content-encoding"]?.toLowerCase() ?? ""];
  const stream = decode === undefined ? response : pipeline(response, decode(), () => undefined);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as Readable) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), isWhole: length <= limit };
}

function failure(why: Failure["why"], detail: string): Failure {
  return { kind: "failure", why, detail };
}

/** Faults that a browser warns of. A chain that is not complete is none: browsers fetch what is missing. */
const CERTIFICATE =
  /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT_ALTNAME_INVALID)$/;

function failureOf(error: unknown): Failure {
  if (error instanceof PrivateAddressError) return failure("private", error.message);
  if (!(error instanceof Error)) throw error;
  const code = errorCode(error);
  // Without a code it is no fault of a connection, but one of ours.
  if (code === "") throw new Error("Cannot send a request", { cause: error });
  if (code === "ENOTFOUND") return failure("unknown-host", code);
  return failure(CERTIFICATE.test(code) ? "certificate" : "connection", code);
}

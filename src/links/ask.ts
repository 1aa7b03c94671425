import type { Reply, Response } from "./answer.ts";
import type { Clock, Courtesy } from "./courtesy.ts";
import { type Fetcher, isHtml } from "./fetch.ts";

/** Asks one address, as often as it takes to be sure, and follows nothing. */
export type Ask = (url: URL) => Promise<Reply>;

export interface AskOptions {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly courtesy: Courtesy;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How long to wait before each further attempt. */
const BACK_OFF_MS = [1_000, 4_000];
/** A host that asks for more than this is not asked again. */
const PATIENCE_MS = 60_000;

export function openAsk({ fetcher, courtesy, clock, signal }: AskOptions): Ask {
  const closed = new Map<string, Reply>();

  async function attempt(url: URL, isFirst: boolean): Promise<Reply> {
    const send = (method: "HEAD" | "GET"): Promise<Reply> =>
      courtesy.request(url.host, async () => closed.get(url.host) ?? fetcher.fetch(url, method));
    // Some hosts are silent when they are asked for a head: another attempt asks for the page at once.
    if (!isFirst) return send("GET");
    const head = await send("HEAD");
    return isEnough(head) ? head : send("GET");
  }

  /** How long the host wants to be let be. All links to it wait, not only this one. */
  function heed(host: string, reply: Reply): number {
    const asked = reply.kind === "response" ? retryAfterMs(reply, clock.now()) : undefined;
    if (asked === undefined || !isPassing(reply)) return 0;
    // The reply is about one page; of the others nothing is known.
    if (asked > PATIENCE_MS) closed.set(host, { kind: "failure", why: "rest", detail: `${asked} ms` });
    else courtesy.rest(host, asked);
    return asked;
  }

  return async (url) => {
    for (let tried = 0; ; tried++) {
      const reply = await attempt(url, tried === 0);
      const asked = heed(url.host, reply);
      const backOff = BACK_OFF_MS[tried];
      if (backOff === undefined || !isPassing(reply) || closed.has(url.host)) return reply;
      await clock.wait(Math.max(backOff, asked), signal);
    }
  };
}

/** A head that says all there is to know. One that says "not here" does not: some hosts know pages only. */
function isEnough(head: Reply): boolean {
  if (head.kind === "failure" || isPassing(head)) return true;
  return isRedirect(head) || (head.status >= 200 && head.status < 300 && !isHtml(head.type));
}

export function isRedirect({ status }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** What may be over in a moment. A host that does not do heads (501) says so for ever. */
function isPassing(reply: Reply): boolean {
  if (reply.kind === "failure") return reply.why === "timeout" || reply.why === "connection";
  return reply.status === 429 || (reply.status >= 500 && reply.status !== 501);
}

/** Seconds or a date: `Retry-After: 120` */
function retryAfterMs({ retryAfter }: Pick<Response, "retryAfter">, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

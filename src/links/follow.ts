import type { Answer, End, Hop, Reply } from "./answer.ts";
import { type Ask, isRedirect } from "./ask.ts";
import { readPage } from "./page-facts.ts";

const MOST_HOPS = 10;

/** Asks an address and goes where it leads, to the end. Each hop is asked like a link of its own. */
export async function follow(address: string, ask: Ask): Promise<Answer> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let url = address;
  const ended = (end: End): Answer => ({ hops, url, end });
  for (;;) {
    const target = readAddress(url);
    if (target === undefined) return ended({ kind: "astray", why: "unreadable" });
    if (seen.has(target.href)) return ended({ kind: "astray", why: "loop" });
    if (hops.length > MOST_HOPS) return ended({ kind: "astray", why: "too-many" });
    seen.add(target.href);
    const next = nextStep(await ask(target));
    if ("kind" in next) return ended(next);
    url = URL.canParse(next.to, target) ? new URL(next.to, target).href : next.to;
    hops.push({ to: url, isPermanent: next.isPermanent });
  }
}

/** What a request asks for: the fragment stays with the reader. */
function readAddress(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = "";
  return url.protocol === "http:" || url.protocol === "https:" ? url : undefined;
}

function nextStep(reply: Reply): Hop | End {
  if (reply.kind === "failure") return reply;
  const { status, location, body, type } = reply;
  if (isRedirect(reply)) {
    if (location === undefined) return { kind: "astray", why: "nowhere" };
    return { to: location, isPermanent: status === 301 || status === 308 };
  }
  if (status < 200 || status >= 300) return { kind: "status", status };
  if (body === undefined) return { kind: "found" };
  const page = readPage(body, type);
  return page.refresh === undefined ? { kind: "found", page } : { to: page.refresh, isPermanent: true };
}

import type { Problem } from "../model.ts";
import type { Answer, End } from "./answer.ts";
import type { Memory } from "./memory.ts";
import { splitFragment } from "./plan.ts";

/** What is wrong with a link, apart from the places that name it. */
export type Verdict = Pick<Problem, "severity" | "message"> & { readonly rule: LinkRule };

/** What the check of outside links reports, for which it has to ask others. */
export const LINK_RULES = [
  "link-dead",
  "link-moved",
  "link-stranger",
  "link-fragment",
  "link-busy",
  "link-private",
] as const;
export type LinkRule = (typeof LINK_RULES)[number];

const GONE = [404, 410];

/** The verdict on an address that led to no page. Whoever is only busy, or wants to know who asks, is not dead. */
export function askedInVain(address: string, { url, end }: Answer, memory: Memory | undefined): Verdict {
  const by = url === splitFragment(address).page ? "" : `, which leads to "${url}"`;
  const dead = (why: string): Verdict => ({
    rule: "link-dead",
    severity: "error",
    message: `Cannot reach "${address}"${by}: ${why}${wayOut(address, memory)}`,
  });
  if (end.kind === "status" && GONE.includes(end.status)) return dead(`it answers ${end.status}`);
  if (end.kind === "astray") return dead(ASTRAY[end.why]);
  if (end.kind === "failure" && end.why === "unknown-host") return dead("no such host is known");
  if (end.kind === "failure" && end.why === "certificate")
    return dead(`browsers warn of its certificate (${end.detail})`);
  if (end.kind === "failure" && end.why === "private") {
    return {
      rule: "link-private",
      severity: "error",
      message: `Cannot ask "${address}"${by}: it lies inside a network, where readers do not get; link to a public page, or check with --allow-private`,
    };
  }
  return {
    rule: "link-busy",
    severity: "notice",
    message: `Cannot tell whether "${address}"${by} is there: ${busy(end)}; look at it in a browser`,
  };
}

const ASTRAY = {
  loop: "it leads round in a circle",
  "too-many": "it leads on and on, more than 10 times",
  nowhere: "it leads on, but not to where",
  unreadable: "it is no address of a page",
} as const;

function busy(end: End): string {
  if (end.kind === "status") return `it answers ${end.status}`;
  if (end.kind === "failure" && end.why === "timeout") return "it takes too long to answer";
  if (end.kind === "failure" && end.why === "rest") return "its host asks not to be asked for a while";
  return end.kind === "failure" ? `the connection fails (${end.detail})` : "it does not say";
}

/** An archived page is named only where the page is known to have been there on a day. */
export function wayOut(address: string, memory: Memory | undefined): string {
  if (memory?.seen === undefined) return "; link to another page, or take the link away";
  const archived = `https://web.archive.org/web/${memory.seen.replaceAll("-", "")}/${address}`;
  return `; it was there on ${memory.seen}, so link to "${archived}", or take the link away`;
}

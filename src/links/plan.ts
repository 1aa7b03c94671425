import type { OutsideLinks } from "./collect.ts";
import { hostOf, refusedDomain } from "./domains.ts";
import type { Memories } from "./memory.ts";

/** One page to ask, for all links that lead to it. */
export interface Visit {
  /** Without a fragment. */
  readonly page: string;
  /** As written: they differ in their fragments. */
  readonly addresses: readonly string[];
}

export interface PlanOptions {
  readonly memories: Memories;
  readonly refused: readonly string[];
  /** Also what is known already (false). */
  readonly all?: boolean;
}

/** The pages to ask, in turns through the hosts: the longest queue sets the time, so it starts first. */
export function planVisits(links: OutsideLinks, options: PlanOptions): Visit[] {
  const { memories, refused, all = false } = options;
  const pages = new Map<string, string[]>();
  for (const address of links.keys()) {
    const memory = memories.get(address);
    const isKnown = memory !== undefined && memory.failed === undefined;
    if ((isKnown && !all) || isOfReader(address) || refusedDomain(address, refused) !== undefined) continue;
    const { page } = splitFragment(address);
    pages.set(page, [...(pages.get(page) ?? []), address]);
  }
  return inTurns([...pages].map(([page, addresses]) => ({ page, addresses })));
}

/** A tutorial leads to what runs on its reader's machine by then. Nobody else can tell whether it does. */
function isOfReader(address: string): boolean {
  return /(^|\.)localhost\.?$/.test(hostOf(address) ?? "");
}

/** `https://a.example/b#c` → the page and `c`. */
export function splitFragment(address: string): { page: string; fragment: string } {
  const at = address.indexOf("#");
  return at < 0
    ? { page: address, fragment: "" }
    : { page: address.slice(0, at), fragment: address.slice(at + 1) };
}

function inTurns(visits: readonly Visit[]): Visit[] {
  const queues = new Map<string, Visit[]>();
  for (const visit of visits) {
    const host = URL.canParse(visit.page) ? new URL(visit.page).host : "";
    queues.set(host, [...(queues.get(host) ?? []), visit]);
  }
  const longestFirst = [...queues.values()].sort((a, b) => b.length - a.length);
  const turns = longestFirst[0]?.length ?? 0;
  return Array.from({ length: turns }, (_, turn) =>
    longestFirst.flatMap((queue) => queue[turn] ?? []),
  ).flat();
}

import { setMaxListeners } from "node:events";
import type { Document, Place, Problem } from "../model.ts";
import { openAsk } from "./ask.ts";
import { collectOutsideLinks } from "./collect.ts";
import { CLOCK, type Clock, Courtesy } from "./courtesy.ts";
import { type FetchOptions, openFetcher } from "./fetch.ts";
import { follow } from "./follow.ts";
import { judge } from "./judge.ts";
import type { Memories } from "./memory.ts";
import { isOffline } from "./offline.ts";
import { planVisits, type Visit } from "./plan.ts";
import { type Checked, remember } from "./remember.ts";
import type { Verdict } from "./verdict.ts";

export interface LinkCheckOptions extends Omit<FetchOptions, "userAgent"> {
  /** Links that are known already are asked too (false). */
  readonly all?: boolean;
  /** `2026-08-22` */
  readonly today: string;
  readonly clock?: Clock;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LinkCheck {
  readonly problems: readonly Problem[];
  /** What is known now. */
  readonly memories: Memories;
  /** Pages that have answered, and those that should have. Fewer where the signal has ended the check. */
  readonly answered: number;
  readonly planned: number;
}

/** The way through: document → links → visits → answers → verdicts → problems at their places. */
export async function checkLinks(
  document: Document,
  memories: Memories,
  options: LinkCheckOptions,
): Promise<LinkCheck> {
  const { all = false, today, clock = CLOCK, signal, onProgress } = options;
  const { site } = document;
  // Each request of many listens to it.
  setMaxListeners(0, signal);
  const refused = site.links?.refused ?? [];
  const links = collectOutsideLinks(document);
  const visits = planVisits(links, { memories, refused, all });
  const fetcher = openFetcher({
    ...options,
    userAgent: `Broadsheet (link check; +${site.address})`,
  });
  const ask = openAsk({ fetcher, courtesy: new Courtesy({ clock, signal }), clock, signal });
  const checked: Checked[] = [];
  let answered = 0;
  const visit = async ({ page, addresses }: Visit): Promise<void> => {
    const answer = await follow(page, ask);
    for (const address of addresses) {
      const verdicts = judge(address, answer, { memory: memories.get(address), refused });
      checked.push({ address, answer, verdicts });
    }
    onProgress?.(++answered, visits.length);
  };
  try {
    const ended = await Promise.allSettled(visits.map(visit));
    const fault = ended.find((result) => result.status === "rejected");
    if (fault !== undefined && !signal.aborted) throw fault.reason;
  } finally {
    fetcher.close();
  }
  if (isOffline(checked)) throw new Error("Cannot reach any host; see whether this machine is connected");
  const problems = checked.flatMap(({ address, verdicts }) => {
    // A link that had failed before is not the fault of the change that is being checked.
    const isOld = !all && memories.get(address)?.failed !== undefined;
    const places = links.get(address) ?? [];
    return verdicts.flatMap((verdict) =>
      atPlaces(isOld ? { ...verdict, severity: "notice" } : verdict, places),
    );
  });
  return { problems, memories: remember(memories, checked, links, today), answered, planned: visits.length };
}

function atPlaces(verdict: Verdict, places: readonly Place[]): Problem[] {
  return places.map((place) => ({ ...verdict, place }));
}

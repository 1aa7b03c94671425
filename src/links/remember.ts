import type { Answer } from "./answer.ts";
import type { OutsideLinks } from "./collect.ts";
import { hostOf } from "./domains.ts";
import type { Memories, Memory } from "./memory.ts";
import type { Verdict } from "./verdict.ts";

/** A link that was asked, and what came of it. */
export interface Checked {
  readonly address: string;
  readonly answer: Answer;
  readonly verdicts: readonly Verdict[];
}

/** What is known after a check. Links that the site no longer has are forgotten. */
export function remember(
  memories: Memories,
  checked: readonly Checked[],
  links: OutsideLinks,
  today: string,
): Memories {
  const all = new Map(memories);
  for (const link of checked) {
    all.set(link.address, rememberLink(memories.get(link.address), link, today));
  }
  return new Map([...all].filter(([address]) => links.has(address)));
}

function rememberLink(
  before: Memory | undefined,
  { address, answer: { end, url }, verdicts }: Checked,
  today: string,
): Memory {
  const known: Memory = before ?? { address };
  if (verdicts.some(({ severity }) => severity === "error")) return { ...known, failed: today };
  const { failed: _, ...well } = known;
  // Whoever was busy has said nothing about the page.
  if (end.kind !== "found") return well;
  const title = end.page === undefined ? {} : { title: end.page.title };
  return { address, domain: hostOf(url) ?? "", ...title, seen: today };
}

import type { Answer, PageFacts } from "./answer.ts";
import { hostOf, isSameDomain, refusedDomain } from "./domains.ts";
import { findFragment } from "./fragments.ts";
import { MEMORY_FILE, type Memory } from "./memory.ts";
import { isParked } from "./parked.ts";
import { splitFragment } from "./plan.ts";
import { isSameTitle } from "./titles.ts";
import { askedInVain, type Verdict, wayOut } from "./verdict.ts";

export interface JudgeOptions {
  readonly memory: Memory | undefined;
  readonly refused: readonly string[];
}

/** What an address says, held against what its author meant → all that is wrong with the link. */
export function judge(address: string, answer: Answer, options: JudgeOptions): Verdict[] {
  const { end } = answer;
  if (end.kind !== "found") return [askedInVain(address, answer, options.memory)];
  const stranger = findStranger(address, answer, end.page, options);
  // What a stranger's page holds, and where it moves, is of no use to anybody.
  if (stranger !== undefined) return [stranger];
  return [...findMove(address, answer, options), ...findFragment(address, end.page)];
}

function findStranger(
  address: string,
  { url }: Answer,
  page: PageFacts | undefined,
  { memory, refused }: JudgeOptions,
): Verdict | undefined {
  const linked = hostOf(address) ?? "";
  const host = hostOf(url) ?? "";
  const stranger = (message: string): Verdict => ({
    rule: "link-stranger",
    severity: "error",
    message: `${message}${wayOut(address, memory)}`,
  });
  const domain = refusedDomain(url, refused);
  if (domain !== undefined) return stranger(`"${address}" leads to "${domain}", which site.yaml refuses`);
  if (isParked(page?.title ?? "", host, linked)) return stranger(`"${address}" is a parked domain`);
  const { domain: meant = host, title = "" } = memory ?? {};
  const changed = (message: string): Verdict => {
    const verdict = stranger(message);
    return { ...verdict, message: `${verdict.message}; if it is meant, take its line out of ${MEMORY_FILE}` };
  };
  if (!isSameDomain(meant, host)) {
    return changed(`"${address}" answers from "${host}" and no longer from "${meant}"`);
  }
  const now = page?.title ?? "";
  if (title === "" || isSameTitle(title, now)) return undefined;
  return changed(
    `"${address}" ${now === "" ? "has lost its title" : `is titled "${now}" and no longer`} "${title}"`,
  );
}

function findMove(address: string, { hops, url }: Answer, { memory }: JudgeOptions): Verdict[] {
  const firstTemporary = hops.findIndex(({ isPermanent }) => !isPermanent);
  const moves = firstTemporary < 0 ? hops : hops.slice(0, firstTemporary);
  const last = moves.at(-1)?.to;
  const notice = (message: string): Verdict[] => [{ rule: "link-moved", severity: "notice", message }];
  if (last !== undefined) return notice(`"${address}" has moved; link to "${keepFragment(address, last)}"`);
  // Whose page it is has been accepted with the memory.
  if (memory?.domain !== undefined || isSameDomain(hostOf(address) ?? "", hostOf(url) ?? "")) return [];
  return notice(`"${address}" answers from another domain; if it is meant, link to "${url}"`);
}

/** A fragment stays through redirects, unless one of them gives another. */
function keepFragment(address: string, to: string): string {
  const { fragment } = splitFragment(address);
  return fragment === "" || to.includes("#") ? to : `${to}#${fragment}`;
}

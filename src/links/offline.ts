import { hostOf } from "./domains.ts";
import type { Checked } from "./remember.ts";

/** So many hosts are not all gone on one day. */
const ENOUGH_HOSTS = 4;

/** Whether it is this machine that is cut off, and not the others. */
export function isOffline(checked: readonly Checked[]): boolean {
  const asked = checked.filter(({ answer: { end } }) => end.kind !== "failure" || end.why !== "private");
  const hosts = new Set(asked.map(({ address }) => hostOf(address)));
  const isCutOff = ({ answer: { hops, end } }: Checked): boolean =>
    hops.length === 0 && end.kind === "failure" && (end.why === "unknown-host" || end.why === "connection");
  return hosts.size >= ENOUGH_HOSTS && asked.every(isCutOff);
}

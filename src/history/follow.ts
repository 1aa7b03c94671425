import type { Change } from "../model.ts";
import type { Commit } from "./log.ts";

/**
 * Commits, the newest first → what each changed, by the names that the files have now. A file that was only moved has
 * not changed; one that was written under an earlier name has.
 */
export function followRenames(commits: readonly Commit[], present: ReadonlySet<string>): Change[] {
  // What a name of the past is called now; undefined where it was another file, which is gone.
  const names = new Map<string, string | undefined>();
  const nowOf = (name: string): string | undefined => (names.has(name) ? names.get(name) : name);
  const moved = new Map<string, string>();
  const changes = commits.map(({ files, ...commit }) => {
    const written = files.filter(({ kind, isSame }) => kind !== "removed" && !isSame);
    const change = { ...commit, files: written.flatMap(({ name }) => nowOf(name) ?? []) };
    // Together, and last: two files may have taken each other's names.
    const before = files.flatMap(({ name, from }) =>
      from === undefined ? [] : [[from, nowOf(name)] as const],
    );
    for (const { kind, name, from } of files) {
      if (kind === "created" || from !== undefined) names.set(name, undefined);
    }
    for (const [from, now] of before) {
      names.set(from, now);
      if (now !== undefined && !moved.has(from)) moved.set(from, now);
    }
    return change;
  });
  // A branch may have written what was moved beside it.
  const nameNow = (name: string): string | undefined => (present.has(name) ? name : moved.get(name));
  return changes.map(({ id, seconds, isMerge, subject, files }) => {
    const known = new Set(files.flatMap((name) => nameNow(name) ?? []));
    return { id, time: timeOf(seconds), isMerge, subject, files: [...known] };
  });
}

/** `2026-11-23T10:00:00Z` */
function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}

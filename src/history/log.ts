/** A commit as `git log` tells it. */
export interface Commit {
  readonly id: string;
  /** When it got its place in the history, in seconds: a rebase moves it, so that children are not older than parents. */
  readonly seconds: number;
  readonly isMerge: boolean;
  /** It has no parent. */
  readonly isRoot: boolean;
  readonly subject: string;
  readonly files: readonly FileChange[];
}

/** What a commit did to a file. */
export interface FileChange {
  readonly kind: "written" | "created" | "removed";
  readonly name: string;
  /** Its name before. */
  readonly from?: string;
  /** Its words have not changed: it was only moved, or renews the id of the text that it was translated from. */
  readonly isSame?: boolean;
}

const START = "\u0001";

// Names are from the top of the repository, whatever the settings of the machine are.
const LOG = ["-c", "diff.relative=false", "log", "-z", "--root", "--no-show-signature", "--no-notes"];

/** The past of some files. Of a merge only what it wrote itself (`-c`), such as a conflict that was resolved. */
export function pastOf(paths: readonly string[]): string[] {
  return [
    ...[...LOG, "--date-order", "-c", "--name-status", "-M50%", "-l1000"],
    ...["--encoding=UTF-8", "--format=%x01%H%x00%ct%x00%P%x00%s", "--", ...paths],
  ];
}

/** What `git log` answers to that, the newest commit first. */
export function parseLog(answer: string): Commit[] {
  const words = answer.split("\0");
  const commits: Commit[] = [];
  let at = 0;
  const next = (): string => words[at++] ?? "";
  const isStart = (): boolean => words[at]?.startsWith(START) === true;
  while (isStart()) {
    const [id, seconds, parents, subject] = [next().slice(START.length), next(), next(), next()];
    const files: FileChange[] = [];
    while (at < words.length && !isStart()) {
      const status = next().trim();
      if (status !== "") files.push(fileChange(status, next));
    }
    const [isMerge, isRoot] = [parents.includes(" "), parents === ""];
    commits.push({ id, seconds: Number(seconds), isMerge, isRoot, subject, files });
  }
  return commits;
}

const RENEWED = "^source: *[\"']?[0-9a-f]{40}[\"']?[ \t\r]*$";

/** The past of translations without the lines that `npm run translations -- --mark` renews. Git can since 2.30. */
export function wordsOf(paths: readonly string[]): string[] {
  return [
    ...[...LOG, "--full-history", "--no-merges", "--numstat", "--no-renames"],
    ...[`--ignore-matching-lines=${RENEWED}`, "--format=%x01%H", "--", ...paths],
  ];
}

/** What `git log` answers to that: by commit, the files in which it wrote other lines. */
export function parseWordsLog(answer: string): ReadonlyMap<string, ReadonlySet<string>> {
  const written = new Map<string, Set<string>>();
  let names = new Set<string>();
  // The first file of a commit stands on a line of its own.
  for (const word of answer.split("\0").map((text) => text.replace(/^\n/, ""))) {
    if (word.startsWith(START)) {
      names = new Set();
      written.set(word.slice(START.length), names);
    } else names.add(word.replace(/^\S+\t\S+\t/, ""));
  }
  return written;
}

/** `M`, `A`, `D`, `T`; `R087` is followed by two names; of a merge, a letter for each parent: `MM`. */
function fileChange(status: string, next: () => string): FileChange {
  if (/^R\d/.test(status)) {
    const [from, name] = [next(), next()];
    return { kind: "written", name, from, isSame: status === "R100" };
  }
  const kinds = { A: "created", D: "removed" } as const;
  return { kind: kinds[status as keyof typeof kinds] ?? "written", name: next() };
}

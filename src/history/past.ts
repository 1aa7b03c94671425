import type { History } from "../model.ts";
import { followRenames } from "./follow.ts";
import { git } from "./git.ts";
import { type Commit, LOG, parseLog, parseWordsLog, wordsLog } from "./log.ts";
import { isInRepository, whyNothing } from "./repository.ts";

/** What git knows of a folder. Names of files are relative to it. */
export interface Past extends History {
  /** The files of the last commit. */
  readonly committed: ReadonlySet<string>;
  /** Those of them that are otherwise now. */
  readonly touched: ReadonlySet<string>;
  /** Where the folder lies in its repository: `""` or `"docs/"`. */
  readonly below: string;
  /** The branch that others see first. */
  readonly branch: string;
  /** The address from which the repository was cloned. */
  readonly remote?: string;
}

const PARTS = ["--", "content", "images"];
// A monitor of files is another program.
const STATUS = ["-c", "core.fsmonitor=false", "status", "--porcelain=v2", "--branch", "-z"];

export interface PastOptions {
  /** The folders whose files may note the text that they were translated from: `content/de` */
  readonly translations?: readonly string[];
}

/** Asks for all at the same time: git answers while the files are being read. */
export async function readPast(folder: string, { translations = [] }: PastOptions = {}): Promise<Past> {
  // Most folders that are no repository lie in none: git need not be started to say so.
  if (!isInRepository(folder)) return { ...NOTHING, state: "no-repository" };
  const [where, log, words, tree, status, head, remote] = await Promise.all([
    git(folder, ["rev-parse", "--is-shallow-repository", "--show-prefix"]),
    git(folder, LOG),
    translations.length === 0 ? undefined : git(folder, wordsLog(translations)),
    git(folder, ["ls-tree", "-r", "-z", "--name-only", "HEAD", ...PARTS]),
    git(folder, [...STATUS, "--untracked-files=no", "--no-renames", ...PARTS]),
    git(folder, ["for-each-ref", "--format=%(symref:lstrip=3)", "refs/remotes/origin/HEAD"]),
    git(folder, ["remote", "get-url", "origin"]),
  ]);
  // A bare repository has no files.
  if (where === undefined || status === undefined) return { ...NOTHING, state: await whyNothing(folder) };
  const [shallow, below = ""] = where.split("\n");
  const committed = new Set(tree?.split("\0").filter((name) => name !== ""));
  const { branch, isEmpty, touched } = readStatus(status, below);
  const commits = (): Commit[] => withoutRenewals(parseLog(log ?? ""), words, translations);
  const isPartial = log === undefined && !isEmpty;
  const isWhole = shallow === "false" && !isPartial;
  return {
    state: isWhole ? "whole" : isPartial ? "partial" : "shallow",
    // At the edge of a shallow clone every file looks as if it had been written there.
    changes: isWhole ? followRenames(commits(), committed) : [],
    committed,
    touched,
    below,
    branch: head?.trim() || branch,
    ...(remote && { remote: remote.trim() }),
  };
}

/** Who only notes that a translation is up to date has changed nothing for readers. An earlier git does not tell. */
function withoutRenewals(
  commits: readonly Commit[],
  answer: string | undefined,
  translations: readonly string[],
): Commit[] {
  if (answer === undefined) return [...commits];
  const written = parseWordsLog(answer);
  return commits.map((commit) => {
    if (commit.isMerge) return commit;
    const files = commit.files.map((file) => {
      const mayRenew =
        file.kind === "written" && translations.some((name) => file.name.startsWith(`${name}/`));
      return mayRenew && written.get(commit.id)?.has(file.name) !== true ? { ...file, isSame: true } : file;
    });
    return { ...commit, files };
  });
}

const NOTHING = {
  changes: [],
  committed: new Set<string>(),
  touched: new Set<string>(),
  below: "",
  branch: "main",
};

/** Lines that begin with `#` tell of the branch, others of a file, its name from the top of the repository. */
function readStatus(
  status: string,
  below: string,
): { branch: string; isEmpty: boolean; touched: ReadonlySet<string> } {
  const lines = status.split("\0");
  const value = (key: string): string | undefined =>
    lines.find((line) => line.startsWith(`# ${key} `))?.slice(key.length + 3);
  const named = value("branch.head");
  const files = lines.flatMap((line) => /^(?:1(?: \S+){7}|u(?: \S+){9}) ([\s\S]+)$/.exec(line)?.[1] ?? []);
  return {
    branch: named === undefined || named === "(detached)" ? NOTHING.branch : named,
    isEmpty: value("branch.oid") === "(initial)",
    touched: new Set(files.map((file) => file.slice(below.length))),
  };
}

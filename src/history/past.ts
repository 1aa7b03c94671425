import type { History } from "../model.ts";
import { type FolderPast, readCommits } from "./commits.ts";
import { followRenames } from "./follow.ts";
import { git } from "./git.ts";
import { PARTS } from "./places.ts";
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
  const asked = git(folder, ["rev-parse", "--is-shallow-repository", "--show-prefix"]);
  const place = asked.then((answer) => answer?.split("\n")[1] ?? "");
  const [where, told, tree, status, head, remote] = await Promise.all([
    asked,
    readCommits(folder, { below: place, translations }),
    git(folder, ["ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ...PARTS]),
    git(folder, [...STATUS, "--untracked-files=no", "--no-renames", "--", ...PARTS]),
    git(folder, ["for-each-ref", "--format=%(symref:lstrip=3)", "refs/remotes/origin/HEAD"]),
    git(folder, ["remote", "get-url", "origin"]),
  ]);
  // A bare repository has no files.
  if (where === undefined || status === undefined) return { ...NOTHING, state: await whyNothing(folder) };
  const [shallow, below = ""] = where.split("\n");
  const committed = new Set(tree?.split("\0").filter((name) => name !== ""));
  const { branch, isEmpty, touched } = readStatus(status, below);
  const isPartial = told === undefined && !isEmpty;
  const isWhole = shallow === "false" && !isPartial;
  return {
    state: isWhole ? "whole" : isPartial ? "partial" : "shallow",
    // At the edge of a shallow clone every file looks as if it had been written there.
    changes: isWhole && told !== undefined ? await changesOf(folder, told, committed) : [],
    committed,
    touched,
    below,
    branch: head?.trim() || branch,
    ...(remote && { remote: remote.trim() }),
  };
}

/** What is in the last commit where the folder lay before: that has a past of its own, whatever its name was once. */
async function readElsewhere(folder: string, [, ...before]: readonly string[]): Promise<string[]> {
  if (before.length === 0) return [];
  const words = ["ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD"];
  const paths = before.flatMap((place) => PARTS.map((part) => `${place}${part}`));
  return (await git(folder, [...words, "--", ...paths]))?.split("\0") ?? [];
}

/** By the names that the files of the folder have now. */
async function changesOf(
  folder: string,
  { commits, places }: FolderPast,
  committed: ReadonlySet<string>,
): Promise<History["changes"]> {
  const [below = ""] = places;
  const here = [...committed].map((name) => below + name);
  const present = new Set([...here, ...(await readElsewhere(folder, places))]);
  const own = new Set(here);
  return followRenames(commits, present).map((change) => ({
    ...change,
    files: change.files.filter((name) => own.has(name)).map((name) => name.slice(below.length)),
  }));
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

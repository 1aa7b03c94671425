import { join } from "node:path";
import { git } from "../history/git.ts";
import { findPlaceBefore, readRenames } from "../history/places.ts";
import { REASONS, shallowReason } from "../history/reasons.ts";
import { whyNothing } from "../history/repository.ts";
import { addWorktree } from "./worktree.ts";

/** A revision whose files can be read, until it is closed. */
export interface OpenRevision {
  readonly commit: string;
  /** It and the present commit have none in common: neither has come from the other. */
  readonly isUnrelated: boolean;
  /** The site was not there then. */
  readonly isNew: boolean;
  /** The site's folder as it was then. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Why a revision cannot be opened, with the way out. */
export type RevisionFault = { readonly fault: string };

/**
 * Checks out, beside the repository and with its history, the commit from which the present one has gone its own way:
 * what others have done on the branch `name` since then is no part of a review. What is being worked on stays untouched.
 */
export async function openRevision(folder: string, name: string): Promise<OpenRevision | RevisionFault> {
  const start = await findStart(folder, name);
  if ("fault" in start) return start;
  const { below, commit, isUnrelated } = start;
  const place = await findPlace(folder, start);
  const { path, close } = await addWorktree(folder, commit);
  return { commit, isUnrelated, isNew: place === undefined, folder: join(path, place ?? below), close };
}

/** A commit to compare with, and where the site's folder lies in its repository: `""` or `"docs/"`. */
interface Start extends Pick<OpenRevision, "commit" | "isUnrelated"> {
  readonly below: string;
}

const NOTHING = {
  "no-git": () => "Cannot start git, which knows the earlier revision; install it",
  "no-repository": (folder: string) =>
    `Cannot find a git repository at "${folder}"; a review compares two of its revisions`,
  refused: (folder: string) => `Cannot read the earlier revision of "${folder}": ${REASONS.refused}`,
};

async function findStart(folder: string, name: string): Promise<Start | RevisionFault> {
  const where = await git(folder, ["rev-parse", "--is-shallow-repository", "--show-prefix"]);
  if (where === undefined) return { fault: NOTHING[await whyNothing(folder)](folder) };
  const [shallow, below = ""] = where.split("\n");
  // A name that begins with a dash must not become an option.
  const named = (
    await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`])
  )?.trim();
  if (named === undefined) {
    return { fault: `Cannot find the revision "${name}"${wayTo(name, shallow === "true")}` };
  }
  const shared = (await git(folder, ["merge-base", named, "HEAD"]))?.trim();
  if (shared === undefined && shallow === "true") {
    // Compared with the branch itself, what others have written there since would look as if it had been taken away here.
    return { fault: `Cannot find the commit that "HEAD" shares with "${name}": ${REASONS.shallow}` };
  }
  return { below, commit: shared ?? named, isUnrelated: shared === undefined };
}

/** Where the site lay in an earlier commit: its folder may have been moved since, be it that this is only staged. */
async function findPlace(folder: string, { commit, below }: Start): Promise<string | undefined> {
  const words = ["ls-tree", "--full-tree", "--name-only", commit, "--", `${below}content`];
  if ((await git(folder, words)) !== "") return below;
  const renames = await readRenames(folder, ["diff-index", "--cached", commit]);
  return renames === undefined ? undefined : findPlaceBefore(renames, below);
}

/** What git can fetch by its name: nothing that is counted from a commit, such as `HEAD~1`, or told by its id. */
const BRANCH = /^(?!HEAD$|[0-9a-f]{7,}$)(?:origin\/)?(\w[\w./-]*)$/;

function wayTo(name: string, isShallow: boolean): string {
  const [, branch] = BRANCH.exec(name) ?? [];
  // Without a name of its own here, what is fetched could not be named.
  const here = branch === name ? name : `refs/remotes/${name}`;
  const fetched = branch && `origin ${branch}:${here}`;
  if (isShallow) return `: ${shallowReason(fetched)}`;
  const command = `git fetch ${fetched ?? "origin"}`;
  return `; name a branch, a tag or a commit, and fetch it first: ${command}`;
}

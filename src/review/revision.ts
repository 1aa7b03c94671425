import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "../history/git.ts";

/** A revision whose files can be read, until it is closed. */
export interface OpenRevision {
  readonly commit: string;
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
  const below = (await git(folder, ["rev-parse", "--show-prefix"]))?.trim();
  if (below === undefined && (await git(folder, ["--version"])) === undefined) {
    return { fault: "Cannot start git, which knows the earlier revision; install it" };
  }
  if (below === undefined) {
    return { fault: `Cannot find a git repository at "${folder}"; a review compares two of its revisions` };
  }
  // A name that begins with a dash must not become an option.
  const named = (
    await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`])
  )?.trim();
  if (named === undefined) {
    return {
      fault: `Cannot find the revision "${name}"; name a branch, a tag or a commit, and fetch it first: git fetch origin ${name}`,
    };
  }
  const commit = (await git(folder, ["merge-base", named, "HEAD"]))?.trim() ?? named;
  const place = await mkdtemp(join(tmpdir(), "broadsheet-review-"));
  const tree = join(place, "tree");
  const quietly = ["-c", "core.hooksPath=/dev/null", "worktree"];
  const close = async (): Promise<void> => {
    await git(folder, [...quietly, "remove", "--force", tree]);
    await rm(place, { recursive: true, force: true });
  };
  if ((await git(folder, [...quietly, "add", "--quiet", "--detach", tree, commit])) === undefined) {
    await close();
    throw new Error(`Cannot check the revision "${name}" out into "${tree}"`);
  }
  return { commit, folder: join(tree, below), close };
}

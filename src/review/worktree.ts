// A worktree stands beside the repository and is registered in it. Who is killed leaves both, and whoever comes next
// takes them away: by its name it is known who made it, on which machine, as others may share the repository.

import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { git } from "../history/git.ts";
import { isRunning } from "../running.ts";

export interface Worktree {
  readonly path: string;
  readonly close: () => Promise<void>;
}

const WORKTREE = ["-c", "core.hooksPath=/dev/null", "worktree"];
/** Before the number of a process; `mkdtemp` adds six letters. */
const PREFIX = `broadsheet-review-${hostname()}-`;

/** Checks a commit out beside the repository that holds the folder. */
export async function addWorktree(folder: string, commit: string): Promise<Worktree> {
  await removeAbandoned(folder);
  const place = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const path = join(place, "tree");
  const close = (): Promise<void> => removeWorktree(folder, path);
  try {
    const added = await git(folder, [...WORKTREE, "add", "--quiet", "--detach", path, commit]);
    if (added === undefined) throw new Error(`Cannot check the commit ${commit} out into "${path}"`);
    return { path, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  const list = (await git(folder, [...WORKTREE, "list", "--porcelain"])) ?? "";
  for (const [, path = ""] of list.matchAll(/^worktree (.+)$/gm)) {
    const place = basename(dirname(path));
    const [, pid] = /^(\d+)-\w{6}$/.exec(place.startsWith(PREFIX) ? place.slice(PREFIX.length) : "") ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await removeWorktree(folder, path);
  }
}

async function removeWorktree(folder: string, path: string): Promise<void> {
  // Twice: git locks what it has not finished.
  await git(folder, [...WORKTREE, "remove", "--force", "--force", path]);
  await rm(dirname(path), { recursive: true, force: true });
}

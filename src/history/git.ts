import { execFile } from "node:child_process";
import { promisify } from "node:util";

const LARGEST_ANSWER = 64 * 1024 * 1024;
// Reads only: never over a network (a partial clone would fetch what it lacks), no lock, no question at the terminal.
const QUIETLY = { GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
const ALWAYS = ["--no-pager", "-c", "protocol.allow=never", "-c", "core.quotePath=false"];

/** What git answers in a folder; undefined where it has no answer: no git, no repository, no such object. */
export async function git(folder: string, words: readonly string[]): Promise<string | undefined> {
  const options = { cwd: folder, env: { ...process.env, ...QUIETLY }, maxBuffer: LARGEST_ANSWER };
  try {
    return (await promisify(execFile)("git", [...ALWAYS, ...words], options)).stdout;
  } catch (error) {
    // Not started (no git, a folder that has gone), or ended with a status of its own.
    const { code } = error as { code?: unknown };
    if (typeof code === "number" || code === "ENOENT") return undefined;
    throw new Error(`Cannot run "git ${words.join(" ")}"`, { cause: error });
  }
}

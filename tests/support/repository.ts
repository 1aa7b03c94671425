import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Files, writeFiles } from "./folders.ts";

const WHO = ["-c", "user.name=Bee", "-c", "user.email=bee@example.org", "-c", "commit.gpgSign=false"];
const ALONE = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

/** Runs git in a folder, whatever the settings of this machine are. */
export function git(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
  input = "",
): string {
  const options = {
    cwd: folder,
    env: { ...process.env, ...ALONE, ...env },
    encoding: "utf8",
    input,
  } as const;
  return execFileSync("git", [...WHO, ...words], options).trim();
}

/** Writes files into a repository, which is made where there is none, and commits all that is there. */
export async function commit(
  folder: string,
  files: Files,
  { at = "2026-03-01T12:00:00Z", message = "Write" } = {},
): Promise<void> {
  await writeFiles(folder, files);
  if (!existsSync(join(folder, ".git"))) git(folder, ["init", "--quiet", "--initial-branch=main"]);
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", message, "--date", at], { GIT_COMMITTER_DATE: at });
}

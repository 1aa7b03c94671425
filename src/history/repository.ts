import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "./git.ts";

/** Without git's help, which may not be there, or take the repository for somebody else's. */
export function isInRepository(folder: string): boolean {
  return process.env.GIT_DIR !== undefined || isBelowRepository(folder);
}

function isBelowRepository(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, ".git")) || (above !== folder && isBelowRepository(above));
}

/** Why git has told nothing of a folder. */
export async function whyNothing(folder: string): Promise<"no-git" | "no-repository" | "refused"> {
  if ((await git(folder, ["--version"])) === undefined) return "no-git";
  return isInRepository(folder) ? "refused" : "no-repository";
}

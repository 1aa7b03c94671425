import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Broadsheet's own folder. */
export const PROJECT = findProject(dirname(fileURLToPath(import.meta.url)));

function findProject(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Cannot find the package.json of Broadsheet above its code");
  return findProject(parent);
}

export const LAYOUTS = join(PROJECT, "layouts");
export const CACHE = join(PROJECT, ".cache");

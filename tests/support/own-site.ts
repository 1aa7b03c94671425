import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../../src/project.ts";

let built: string | undefined;

/** This repository's site, built by its own command into a folder that nobody changes: once for all tests of a worker. */
export function buildOwnSite(): string {
  if (built !== undefined) return built;
  const output = join(mkdtempSync(join(tmpdir(), "broadsheet-own-")), "site");
  const words = ["src/launch.js", "build", ".", "--output", output];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: PROJECT, encoding: "utf8" });
  if (status !== 0) throw new Error(`Cannot build the site:\n${stdout}${stderr}`);
  built = output;
  return output;
}

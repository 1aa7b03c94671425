// Runs once before all tests: compiles what the command line runs, and finds or unpacks a browser.

import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type FoundBrowser, findBrowser } from "../../src/browser/find-browser.ts";
import { PROJECT } from "../../src/project.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly browser: FoundBrowser | { readonly reason: string };
  }
}

/** Gives back what is to be done after all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { status, stderr } = spawnSync(process.execPath, ["src/launch.js", "compile"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot compile Broadsheet: ${stderr}`);
  // The tests that need a browser fail without one, and they alone.
  project.provide("browser", await findBrowser().catch((error: Error) => ({ reason: error.message })));
  // Whatever a test makes below the system's temporary folder is gone with this one, also where the test has failed.
  const before = process.env.TMPDIR;
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-tests-"));
  process.env.TMPDIR = folder;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

// Runs once before all tests: compiles what the command line runs, and finds or unpacks a browser.

import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { type FoundBrowser, findBrowser } from "../../src/browser/find-browser.ts";
import { PROJECT } from "../../src/project.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly browser: FoundBrowser | { readonly reason: string };
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const { status, stderr } = spawnSync(process.execPath, ["src/launch.js", "compile"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot compile Broadsheet: ${stderr}`);
  // The tests that need a browser fail without one, and they alone.
  project.provide("browser", await findBrowser().catch((error: Error) => ({ reason: error.message })));
}

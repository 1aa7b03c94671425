// Runs once before all tests: compiles what the command line runs, and finds or unpacks a browser. Both would collide
// if several test files did them at once.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestProject } from "vitest/node";
import { PROJECT } from "../../src/project.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly browser: string;
  }
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

export default async function setup(project: TestProject): Promise<void> {
  const { status, stderr } = spawnSync(process.execPath, ["src/launch.js", "compile"], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot compile Broadsheet: ${stderr}`);
  project.provide("browser", installedBrowser() ?? (await unpackBrowser()));
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH, ...paths].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

async function unpackBrowser(): Promise<string> {
  // The package decides by this which libraries it lays beside the browser, and reads it while it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  if (!existsSync(path)) {
    throw new Error("Cannot find a browser for the tests; install Chromium, or name one in CHROME_PATH");
  }
  return path;
}

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

// No sandbox: tests run as root in containers. The rest keeps the browser from asking for things on the network.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium with an empty profile: an installed one, or the one that the global setup has unpacked. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = inject("browser");
  if (!existsSync(executablePath))
    throw new Error(`Cannot find the browser "${executablePath}"; run "npm ci" again`);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

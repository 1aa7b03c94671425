import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

// No sandbox: tests run as root in containers, where the memory shared between processes is small as well.
// The rest keeps the browser from asking for things on the network.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium with an empty profile: an installed one, or the one that the global setup has unpacked. */
export async function openBrowser(): Promise<Browser> {
  const found = inject("browser");
  if ("reason" in found) throw new Error(found.reason);
  const env = { ...process.env, ...found.environment } as Record<string, string>;
  return chromium.launch({ executablePath: found.path, env, args: ARGUMENTS });
}

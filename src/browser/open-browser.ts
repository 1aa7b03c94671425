import type { Browser } from "playwright-core";
import { type FoundBrowser, loadPlaywright, WAY_OUT } from "./find-browser.ts";

// No sandbox: builds run as root in containers, where the memory shared between processes is small as well.
// The rest keeps the browser from asking for things on the network.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium with an empty profile. */
export async function openBrowser({ path, environment }: FoundBrowser): Promise<Browser> {
  const { chromium } = await loadPlaywright();
  // In the locale of POSIX, which containers have, Chromium finds no words in a page.
  const env = { ...process.env, LC_ALL: "en_US.UTF-8", ...environment } as Record<string, string>;
  try {
    return await chromium.launch({ executablePath: path, env, args: ARGUMENTS });
  } catch (error) {
    // The rest of the message is all that the browser has written.
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(`Cannot start the browser "${path}": ${reason}; ${WAY_OUT}`);
  }
}

import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { openBrowser as openFound } from "../../src/browser/open-browser.ts";

/** The browser that the global setup has found or unpacked. */
export async function openBrowser(): Promise<Browser> {
  const found = inject("browser");
  if ("reason" in found) throw new Error(found.reason);
  return openFound(found);
}

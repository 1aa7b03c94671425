import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FoundBrowser } from "../browser/find-browser.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { serveFolder } from "../browser/plain-host.ts";
import { run } from "../build.ts";
import type { Outcome } from "../microsite.ts";
import { BuiltSite } from "./built-site.ts";

export interface OpenSite {
  readonly outcome: Outcome;
  readonly site: BuiltSite;
  readonly close: () => Promise<void>;
}

/** Builds a site into a folder that goes again, serves it below a path and opens a browser. */
export async function openSite(folder: string, browser: FoundBrowser): Promise<OpenSite> {
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const output = await mkdtemp(join(tmpdir(), "broadsheet-reader-"));
    undo.push(() => rm(output, { recursive: true, force: true }));
    const outcome = await run({ folder }, output);
    const served = await serveFolder(output, "/below/a/path/");
    undo.push(served.close);
    const window = await openBrowser(browser);
    undo.push(() => window.close());
    const { document } = outcome;
    const site = new BuiltSite({ document, folder: output, address: served.address, browser: window });
    return { outcome, site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

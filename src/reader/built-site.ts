import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page as Tab } from "playwright-core";
import type { Document, Page } from "../model.ts";

/** What was asked for while a page was open, and what went wrong. */
export interface Visit {
  readonly tab: Tab;
  readonly requests: readonly string[];
  readonly faults: readonly string[];
}

const QUIET_MS = 600;

/** When a page has loaded, and then asked for nothing: a browser on a busy machine may never say that it is idle. */
export async function unasked({ tab, requests }: Visit): Promise<readonly string[]> {
  await tab.waitForLoadState("load");
  let known = -1;
  while (known < requests.length) {
    known = requests.length;
    await tab.waitForTimeout(QUIET_MS);
  }
  return requests;
}

/** A site as it was built, open in a browser, for rows that measure it. */
export class BuiltSite {
  readonly document: Document;
  readonly folder: string;
  /** Where a host serves it, below a path. */
  readonly address: string;
  readonly browser: Browser;

  constructor(given: Pick<BuiltSite, "document" | "folder" | "address" | "browser">) {
    this.document = given.document;
    this.folder = given.folder;
    this.address = given.address;
    this.browser = given.browser;
  }

  get pages(): readonly Page[] {
    return this.document.pages;
  }

  get explainers(): readonly Page[] {
    return this.pages.filter(({ layout }) => layout === "explainer");
  }

  html(path: string): Promise<string> {
    return readFile(join(this.folder, path), "utf8");
  }

  fileAddress(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a page in a window of its own, hands it over, and closes it. Nobody outside gets asked, and nobody answers. */
  async visit<Result>(
    address: string,
    look: (visit: Visit) => Promise<Result>,
    options: BrowserContextOptions = {},
  ): Promise<Result> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    try {
      const tab = await context.newPage();
      const requests: string[] = [];
      const faults: string[] = [];
      await tab.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
      tab.on("request", (request) => requests.push(request.url()));
      tab.on("response", (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
      tab.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) faults.push(message.text());
      });
      tab.on("pageerror", (error) => faults.push(error.message));
      await tab.goto(/^\w+:/.test(address) ? address : this.address + address);
      // As after the first thing that a reader does: from then on all of the page is laid out.
      await tab.evaluate(() => delete document.documentElement.dataset.arriving);
      return await look({ tab, requests, faults });
    } finally {
      await context.close();
    }
  }
}

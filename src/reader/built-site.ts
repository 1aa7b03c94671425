import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions } from "playwright-core";
import type { Document, Page } from "../model.ts";
import { type Visit, VisitWindow } from "./window.ts";

/** A site as it was built, open in a browser, for rows that measure it. */
export class BuiltSite {
  readonly document: Document;
  readonly folder: string;
  /** Where a host serves it, below a path. */
  readonly address: string;
  readonly browser: Browser;
  #window: { readonly wanted: string; readonly opened: VisitWindow } | undefined;

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

  /** Opens a page and hands it over. Visits with the same options, one after the other, have the same window. */
  async visit<Result>(
    address: string,
    look: (visit: Visit) => Promise<Result>,
    options: BrowserContextOptions = {},
  ): Promise<Result> {
    const wanted = JSON.stringify(options);
    if (this.#window?.wanted !== wanted) {
      await this.closeWindow();
      const size = { viewport: { width: 1280, height: 800 } };
      this.#window = { wanted, opened: await VisitWindow.open(this.browser, { ...size, ...options }) };
    }
    try {
      return await this.#window.opened.visit(/^\w+:/.test(address) ? address : this.address + address, look);
    } catch (error) {
      await this.closeWindow();
      throw error;
    }
  }

  /** The next visit has a fresh one. */
  async closeWindow(): Promise<void> {
    const { opened } = this.#window ?? {};
    this.#window = undefined;
    await opened?.close();
  }
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Route, Page as Tab } from "playwright-core";
import type { FoundBrowser } from "../../browser/find-browser.ts";
import { openBrowser } from "../../browser/open-browser.ts";
import type { Paper } from "../kinds.ts";
import { fontFile } from "./fonts.ts";
import { readPageNumbers } from "./page-numbers.ts";

export interface BookSheet {
  readonly html: string;
  /** Where it would stand among the pages: by that it names its pictures. */
  readonly path: string;
  /** The folder that the site was built into. */
  readonly folder: string;
  readonly paper: Paper;
}

// No such host can be: nobody is asked but us.
const HOST = "http://book.invalid";
const MOST = 5;

/**
 * Prints a book whose links name the pages that they lead to. A browser does not know them before it has printed, so
 * it prints once, is told where everything has come to stand, and prints again, until nothing moves any more.
 */
export async function printWithPages(sheet: BookSheet, found: FoundBrowser): Promise<Uint8Array> {
  const browser = await openBrowser(found);
  try {
    const tab = await browser.newPage();
    await tab.route("**/*", (route) => answer(route, sheet));
    await tab.goto(`${HOST}/${sheet.path}`);
    await tab.evaluate(async () => void (await document.fonts.ready));
    let known: ReadonlyMap<string, number> = new Map();
    for (let time = 1; time <= MOST; time++) {
      await fillIn(tab, known);
      const bytes = await print(tab, sheet.paper);
      const stand = await readPageNumbers(bytes);
      if (isSame(stand, known)) return bytes;
      known = stand;
    }
    throw new Error(
      `Cannot number the pages: they still moved when the book was printed for the ${MOST}th time`,
    );
  } finally {
    await browser.close();
  }
}

function print(tab: Tab, paper: Paper): Promise<Uint8Array> {
  return tab.pdf({
    format: paper,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
}

/** With what the site was built into, and the fonts. Others are not asked. */
async function answer(route: Route, { html, path, folder }: BookSheet): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  const file = fontFile(pathname) ?? join(folder, decodeURIComponent(pathname));
  if (origin !== HOST) await route.abort();
  else if (pathname === `/${path}`) await route.fulfill({ body: html, contentType: "text/html" });
  else if (existsSync(file)) await route.fulfill({ path: file });
  else await route.abort();
}

/** Before any number is known, room is kept for each. */
async function fillIn(tab: Tab, pages: ReadonlyMap<string, number>): Promise<void> {
  await tab.evaluate((numbers) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const id = decodeURIComponent(link.hash.slice(1));
      const isKnown = numbers[id] !== undefined || Object.keys(numbers).length === 0;
      if (isKnown) link.dataset.page = `${numbers[id] ?? "00"}`;
      else delete link.dataset.page;
    }
  }, Object.fromEntries(pages));
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}

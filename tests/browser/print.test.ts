// What a reader gets who prints a page.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { openBrowser } from "../support/browser.ts";
import { buildOwnSite } from "../support/own-site.ts";
import { lettersOf, lostWords, type Paper, readPaper } from "../support/paper.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveFolder(buildOwnSite(), "/below/");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ colorScheme: "dark", ...options });
  onTestFinished(() => context.close());
  await context.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(served.address + path);
  return page;
}

const print = async (page: Page, format: string): Promise<Paper> =>
  readPaper(await page.pdf({ format, preferCSSPageSize: true }));

const printed = new Map<string, Promise<Paper>>();

/** A page as everybody gets it: printed once for all tests, because it takes seconds. */
function paperOf(path: string, format = "A4"): Promise<Paper> {
  const key = `${path} ${format}`;
  const paper = printed.get(key) ?? open(path).then((page) => print(page, format));
  printed.set(key, paper);
  return paper;
}

/** The addresses that the page's text links to. */
const linksOf = (page: Page) =>
  page
    .locator('.section > :not(.addresses, .record) a[href^="http"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute("href") ?? ""));

const SHEETS = [
  ["A4", 210, 297],
  ["Letter", 216, 279],
] as const;
const PAGES = ["index.html", "tutorial.html", "de/index.html", "legal.html"];
const PRINTED = SHEETS.flatMap(([format, width, height]) =>
  PAGES.map((path) => ({ path, format, width, height })),
);

describe("a printed page", () => {
  it.each(PRINTED)("has every word and address on it: $path on $format", async (wanted) => {
    const page = await open(wanted.path);
    const links = await linksOf(page);
    const { pages, width, height } = await paperOf(wanted.path, wanted.format);
    expect([width, height]).toEqual([wanted.width, wanted.height]);
    await page.emulateMedia({ media: "print" });
    const told = await page.locator("main").innerText();
    expect(told.length).toBeGreaterThan(1000);
    expect(lostWords(told, pages.join("\n"))).toEqual([]);
    const letters = lettersOf(pages.join(""));
    expect(links.filter((address) => !letters.includes(lettersOf(address)))).toEqual([]);
  });

  it.each(PAGES)("has its number and where it belongs on each sheet: %s", async (path) => {
    const { pages } = await paperOf(path);
    expect(pages.filter((text, index) => !text.split("\n").includes(`${index + 1}`))).toEqual([]);
    expect(pages.filter((text) => !text.includes("gitops.tech"))).toEqual([]);
  });

  it("names the section at the head of its pages on the right, which it begins", async () => {
    const { pages } = await paperOf("index.html");
    const start = pages.findIndex((text) => text.includes("How does GitOps work?"));
    expect(pages[start - 1]).not.toContain("How does GitOps work?");
    const [right, left] = start % 2 === 0 ? [start + 2, start + 1] : [start + 1, start + 2];
    expect(pages[right]).toContain("How does GitOps work?");
    expect(pages[left]).not.toContain("How does GitOps work?");
  });

  it("gives a link the number of its address", async () => {
    const page = await open("index.html");
    const text = (await print(page, "A4")).pages.join("\n");
    const addresses = page.locator(".section:has(> .addresses)").last().locator(".addresses > a");
    const links = page
      .locator(".section")
      .last()
      .locator(':scope > :not(.addresses, .record) a[href^="http"]');
    const count = await links.count();
    expect(count).toBeGreaterThan(1);
    for (let index = 0; index < count; index++) {
      const number = index + 1;
      const href = await links.nth(index).getAttribute("href");
      expect(await addresses.nth(index).getAttribute("href")).toBe(href);
      expect(lettersOf(text)).toContain(lettersOf(`${await links.nth(index).innerText()}${number}`));
      expect(lettersOf(text)).toContain(lettersOf(`${number}${href}`));
    }
  });

  it("tells addresses after the words where scripts are off", async () => {
    const page = await open("index.html", { javaScriptEnabled: false });
    const links = await linksOf(page);
    const letters = lettersOf((await print(page, "A4")).pages.join(""));
    expect(links.filter((address) => !letters.includes(lettersOf(address)))).toEqual([]);
  });

  it.each(["index.html", "tutorial.html"])("has no control on it, folded text open: %s", async (path) => {
    const page = await open(path);
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = false;
    });
    await page.emulateMedia({ media: "print" });
    const controls = "button, select, input, .skip, .anchor, .editions, .record__edit, .footer nav";
    const seen = await page
      .locator(controls)
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()));
    expect(seen).toEqual([]);
    for (const one of await page.locator(".contents ol a, .flow__steps li").all())
      expect(await one.isVisible()).toBe(true);
  });

  it("has the rows that a reader has narrowed away", async () => {
    const page = await open("index.html");
    const rows = page.locator(".listing tbody tr");
    const all = await rows.count();
    await page.locator('.narrowing input[value="push"]').first().check();
    expect(await rows.filter({ visible: true }).count()).toBeLessThan(all);
    await page.emulateMedia({ media: "print" });
    expect(await rows.filter({ visible: true }).count()).toBe(all);
  });

  it("parts the rows of its tables by lines, and no number of an address", async () => {
    const page = await open("index.html");
    await page.emulateMedia({ media: "print" });
    const rows = page.locator(":is(.listing, .scroll) tbody tr");
    const lines = await rows.evaluateAll((all) => all.map((row) => getComputedStyle(row).borderBottomStyle));
    expect(lines.length).toBeGreaterThan(20);
    expect(new Set(lines)).toEqual(new Set(["solid"]));
    const links = page.locator('.listing a[href^="http"]');
    const wraps = async (): Promise<Set<string>> =>
      new Set(
        await links.evaluateAll((all) => all.map((one) => getComputedStyle(one, "::after").overflowWrap)),
      );
    // Without a list of addresses the whole address stands there, and has to break.
    expect(await wraps()).toEqual(new Set(["anywhere"]));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await wraps()).toEqual(new Set(["normal"]));
  });

  it("repeats the head of a table that goes on", async () => {
    const { pages } = await paperOf("index.html");
    const withRows = pages.filter((text) => text.match(/Apache-2\.0/g)?.length);
    expect(withRows.length).toBeGreaterThan(1);
    expect(withRows.filter((text) => !text.includes("Licence"))).toEqual([]);
  });
});

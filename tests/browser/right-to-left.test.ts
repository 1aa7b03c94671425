// A site whose second language is written from right to left, and has no words of the interface of its own yet.

import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { PROJECT } from "../../src/project.ts";
import { openBrowser } from "../support/browser.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder } from "../support/folders.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  const output = join(await emptyFolder(afterAll), "site");
  const site = join(PROJECT, "tests/fixtures/rtl");
  const { status, stdout, stderr } = await broadsheet(["build", site, "--output", output]);
  if (status !== 0) throw new Error(stdout + stderr);
  served = await serveFolder(output);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(path: string, width: number, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(served.address + path);
  return page;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where the letters of an element begin and end, not its box. */
function lettersOf(element: Locator): Promise<Edges> {
  return element.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    return { left, right };
  });
}

async function boxOf(element: Locator): Promise<Edges> {
  const { x = 0, width = 0 } = (await element.boundingBox()) ?? {};
  return { left: x, right: x + width };
}

describe("a page that is written from right to left", () => {
  it("says so, and its other language says the opposite", async () => {
    const page = await open("he/index.html", 1280);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("html").getAttribute("lang")).toBe("he");
    await page.locator('.editions a[lang="en"]').click();
    await page.waitForURL(/\/index\.html$/);
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
  });

  it.each([320, 390, 768, 1280])("never scrolls sideways: %i px", async (width) => {
    for (const path of ["he/index.html", "he/words.html"]) {
      const page = await open(path, width);
      const root = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await root(), path).toBeLessThanOrEqual(0);
      // What sticks out on the left can be scrolled to as well, and is not counted above.
      await page.evaluate(() => scrollTo(-500, 0));
      expect(await page.evaluate(() => scrollX), path).toBe(0);
    }
  });

  it("has its contents on the right of the text, its line and its commits beside their words", async () => {
    const page = await open("he/index.html", 1280);
    const [contents, main] = await Promise.all([".contents", "main"].map((one) => boxOf(page.locator(one))));
    expect(contents?.left).toBeGreaterThan(main?.right ?? Number.POSITIVE_INFINITY);
    const title = page.locator("h1");
    expect((await lettersOf(title)).right).toBeCloseTo((await boxOf(title)).right, -1);
    const commit = await title.evaluate((one) => getComputedStyle(one, "::before").right);
    expect(Number.parseFloat(commit)).toBeLessThan(0);
  });

  it("shows code from left to right, in blocks and in lines", async () => {
    for (const width of [320, 1280]) {
      const page = await open("he/index.html", width);
      const block = page.locator("pre.code");
      const box = await boxOf(block);
      expect((await lettersOf(block.locator(".code__name").first())).left - box.left).toBeLessThan(40);
      expect(await block.evaluate((one) => one.scrollLeft)).toBe(0);
      for (const code of await page.locator("code").all()) {
        expect(await code.evaluate((one) => getComputedStyle(one).direction)).toBe("ltr");
      }
    }
  });

  it("has its captions and tables begin on the right", async () => {
    const page = await open("he/index.html", 1280);
    for (const caption of await page.locator("figcaption, .listing__caption").all()) {
      const [words, box] = [await lettersOf(caption), await boxOf(caption)];
      expect(box.right - words.right).toBeLessThan(30);
    }
    for (const table of [".scroll table", ".listing"]) {
      const cells = page.locator(`${table} tbody tr`).first().locator("th, td");
      const [first, last] = [await boxOf(cells.first()), await boxOf(cells.last())];
      expect(first.left).toBeGreaterThan(last.left);
    }
    const firstCell = page.locator(".scroll td").first();
    expect((await boxOf(firstCell)).right - (await lettersOf(firstCell)).right).toBeLessThan(20);
  });

  it.each([320, 1280])("keeps the words of a flow in their boxes: %i px", async (width) => {
    const page = await open("he/index.html", width);
    const drawing = page.locator(".flow__drawing").filter({ visible: true });
    const groups = drawing.locator(".flow__actor, .flow__boundary");
    expect(await groups.count()).toBe(4);
    for (const group of await groups.all()) {
      const box = await boxOf(group.locator("rect").first());
      for (const word of await group.locator("text").all()) {
        const { left, right } = await boxOf(word);
        expect(left).toBeGreaterThanOrEqual(box.left);
        expect(right).toBeLessThanOrEqual(box.right);
      }
    }
  });

  it("sets no letters apart or aslant that join, or stand upright", async () => {
    const page = await open("he/index.html", 1280);
    for (const title of await page.locator("h1, h2, h3").all()) {
      expect(await title.evaluate((one) => getComputedStyle(one).letterSpacing)).toBe("normal");
    }
    const quoted = page.locator(".quote blockquote");
    expect(await quoted.evaluate((one) => getComputedStyle(one).fontStyle)).toBe("normal");
  });

  it("draws a flow onwards to the left", async () => {
    const page = await open("he/index.html", 1280);
    const actors = page.locator(".flow__drawing--wide .flow__actor rect");
    const [first, second, third] = await Promise.all((await actors.all()).map(boxOf));
    expect(first?.left).toBeGreaterThan(second?.right ?? Number.POSITIVE_INFINITY);
    expect(second?.left).toBeGreaterThan(third?.right ?? Number.POSITIVE_INFINITY);
  });

  it("is narrowed by buttons that stand before their words", async () => {
    const page = await open("he/index.html", 320, { javaScriptEnabled: false });
    const label = page.locator(".narrowing label", { hasText: "מלכה" });
    const [button, all] = [await boxOf(label.locator("input")), await boxOf(label)];
    expect(all.right - button.right).toBeLessThan(20);
    await label.click();
    expect(await page.locator(".listing tbody tr").filter({ visible: true }).count()).toBe(1);
  });

  it("has a glossary in the order of its own alphabet, with the words of the source", async () => {
    const page = await open("he/words.html", 320);
    expect(await page.locator("dfn").allInnerTexts()).toEqual(["חלת דבש", "שעווה"]);
    expect(await page.locator("dt").first().innerText()).toContain("Comb");
  });
});

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { openBrowser } from "../support/browser.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { MOVED_SITE } from "../support/moved-site.ts";

let output: string;
let served: Served;
let browser: Browser;
beforeAll(async () => {
  const folder = await emptyFolder(afterAll);
  output = join(folder, "out");
  await writeFiles(folder, MOVED_SITE);
  const { status, stdout } = await broadsheet(["build", folder, "--output", output]);
  expect(status, stdout).toBe(0);
  served = await serveFolder(output, "/below/a/path/");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(address: string, { javaScriptEnabled = false } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, javaScriptEnabled });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** How far below the top of the window a part of the page stands. */
async function top(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
}

describe("an old address", () => {
  it.each([
    ["index.html#why-bees-dance", "#dance", "Dance"],
    ["de/index.html#why-bees-dance", "#dance", "Tanz"],
    ["index.html#nursery", "#brood-room", "Brood room"],
    ["de/index.html#nursery", "#brood-room", "Kinderstube"],
  ])("lands where its words are now, without JavaScript: %s", async (path, selector, words) => {
    const page = await open(served.address + path);
    expect(await page.locator(selector).innerText()).toContain(words);
    const place = await top(page, selector);
    expect(place).toBeGreaterThan(-10);
    expect(place).toBeLessThan(600);
    if (selector !== "#dance") return;
    // As near to the top as the new address itself.
    await page.goto(`${served.address}${path.replace(/#.*/, selector)}`);
    expect(Math.abs((await top(page, selector)) - place)).toBeLessThan(20);
  });

  it.each([
    ["mead.html", /\/honey\.html$/, "Honey"],
    ["de/mead.html", /\/de\/honey\.html$/, "Honig"],
    ["old/hives.html", /\/index\.html$/, "Bees"],
    ["de/old/hives.html", /\/de\/index\.html$/, "Bienen"],
  ])("of a page leads on without JavaScript, below a path and in a folder: %s", async (path, to, title) => {
    for (const start of [served.address, `${pathToFileURL(output).href}/`]) {
      const page = await open(start + path);
      await page.waitForURL(to);
      expect(await page.locator("h1").innerText()).toBe(title);
    }
  });

  it("of a page keeps the place that was asked for, where scripts run", async () => {
    const page = await open(`${served.address}mead.html?from=2019#kinds`, { javaScriptEnabled: true });
    await page.waitForURL(/\/honey\.html\?from=2019#kinds$/);
    await expect.poll(() => top(page, "#kinds")).toBeLessThan(200);
    // The reader's way back does not lead into the same redirect again.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });
});

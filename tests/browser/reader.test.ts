import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { PROJECT } from "../../src/project.ts";
import { openBrowser } from "../support/browser.ts";
import { buildOwnSite } from "../support/own-site.ts";

const settings = parse(readFileSync(join(PROJECT, "content/_data/site.yaml"), "utf8"));

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveFolder(buildOwnSite(), "/gitops/");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Opens a page; what it asks of others gets no answer and is kept, and so are the errors of its console. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; outside: string[]; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  await page.route(
    (url) => url.host !== new URL(served.address).host,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  page.on("console", (message) => {
    const ours = message.location().url.startsWith(served.address);
    if (message.type() === "error" && ours) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(served.address + path);
  return { page, outside, errors };
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.closest("section")?.querySelector("h1, h2")?.id ?? element?.className ?? "";
  });

describe("a reader", () => {
  it("goes on with the keyboard in the section that an entry of the contents led to", async () => {
    const { page } = await open("index.html");
    const ids: string[] = [];
    for (const link of await page.locator(".contents ol a").all()) {
      const id = (await link.getAttribute("href"))?.slice(1) ?? "";
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction((hash) => location.hash === hash, `#${id}`);
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(id);
      ids.push(id);
    }
    expect(ids).toEqual(settings.sections.map((entry: string | { name: string }) => nameOf(entry)));
  });

  it("sees the skip link first, when the keyboard gets there", async () => {
    const { page } = await open("index.html");
    const skip = page.locator("a.skip");
    expect(await skip.evaluate((link) => link.getBoundingClientRect().bottom)).toBeLessThanOrEqual(0);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("skip");
    const box = await skip.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.height).toBeGreaterThan(20);
  });

  it.each([true, false])("finds the contents on a phone, with scripts: %s", async (javaScriptEnabled) => {
    const { page } = await open("index.html", { javaScriptEnabled, viewport: { width: 320, height: 640 } });
    const link = page.locator(".contents ol a").last();
    if (!(await link.isVisible())) await page.locator(".contents summary").click();
    await link.click();
    const id = nameOf(settings.sections.at(-1));
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    const box = await page.locator(`[id="${id}"]`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(640);
  });

  it.each(["index.html", "tutorial.html", "legal.html"])(
    "sees every focused link of %s, on a phone and on a desk",
    async (path) => {
      for (const width of [320, 1280]) {
        const { page } = await open(path, { viewport: { width, height: 700 } });
        const unseen: string[] = [];
        for (let step = 0; step < 60; step++) {
          await page.keyboard.press("Tab");
          const seen = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return "";
            const { top, bottom, height, left, right } = element.getBoundingClientRect();
            const inView = height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
            const style = getComputedStyle(element);
            const marked = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
            return inView && marked ? "" : element.outerHTML;
          });
          if (seen !== "") unseen.push(seen);
        }
        expect(unseen).toEqual([]);
      }
    },
  );

  it("without scripts is counted by a picture, and asks nobody else", async () => {
    const { page, outside } = await open("index.html", { javaScriptEnabled: false });
    const picture = page.locator("noscript img, img[width='1']");
    expect(await picture.getAttribute("alt")).toBe("");
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => outside, { timeout: 10_000 }).toEqual([settings.analytics.picture]);
  });

  it.each(["index.html", "tutorial.html", "legal.html"])(
    "meets no error in the console of %s, whatever is done there",
    async (path) => {
      const { page, outside, errors } = await open(path);
      for (let step = 0; step < 12; step++) await page.mouse.wheel(0, 2000);
      await page.setViewportSize({ width: 390, height: 800 });
      for (const link of await page.locator("main a.anchor, main h2 a, main h3 a").all()) {
        await link.evaluate((element) => (element as HTMLElement).click());
      }
      await page.goBack();
      expect(errors.filter((error) => !error.includes("favicon"))).toEqual([]);
      expect(new Set(outside)).toEqual(new Set([settings.analytics.script]));
    },
  );
});

function nameOf(entry: string | { name: string }): string {
  return typeof entry === "string" ? entry : entry.name;
}

import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { run } from "../../src/build.ts";
import { PROJECT } from "../../src/project.ts";
import { openBrowser } from "../support/browser.ts";
import { emptyFolder } from "../support/folders.ts";

let browser: Browser;
let served: Served;
beforeAll(async () => {
  const output = join(await emptyFolder(afterAll), "site");
  await run({ folder: PROJECT }, output);
  served = await serveFolder(output);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(served.address + path);
  return page;
}

const isArriving = (page: Page) => page.evaluate(() => "arriving" in document.documentElement.dataset);
const topOf = (page: Page, id: string) =>
  page.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top, id);
const isLaidOut = (page: Page, id: string) =>
  page.evaluate(
    (name) =>
      document
        .querySelector(`#${name} ~ p, section[aria-labelledby=${name}] p`)
        ?.checkVisibility({ contentVisibilityAuto: true }),
    id,
  );

describe("a reader who arrives", () => {
  it("at the top waits for what is near, and for nothing far", async () => {
    const page = await open("index.html");
    expect(await isArriving(page)).toBe(true);
    expect(await isLaidOut(page, "gitops")).toBe(true);
    expect(await isLaidOut(page, "authors")).toBe(false);
    // Then one after the other, without anybody doing anything.
    await expect.poll(() => isArriving(page)).toBe(false);
    expect(await isLaidOut(page, "authors")).toBe(true);
    await page.context().close();
  });

  it.each(["index.html#authors", "index.html#faq", "tutorial.html#glossary"])(
    "at a place finds a page that has been laid out: %s",
    async (path) => {
      const page = await open(path);
      expect(await isArriving(page)).toBe(false);
      await page.context().close();
    },
  );

  it.each([
    [
      "follows the contents",
      async (page: Page) =>
        page.evaluate(() => document.querySelector<HTMLElement>('a[href="#tooling"]')?.click()),
    ],
    ["writes its address", async (page: Page) => page.evaluate(() => location.assign("#tooling"))],
  ])("stands at the very place that they look for: %s", async (_, go) => {
    const page = await open("index.html");
    await go(page);
    await expect.poll(() => topOf(page, "tooling")).toBeLessThan(100);
    expect(await topOf(page, "tooling")).toBeGreaterThan(-2);
    await page.reload();
    expect(await isArriving(page)).toBe(false);
    await expect.poll(() => topOf(page, "tooling")).toBeLessThan(100);
    await page.context().close();
  });

  it("keeps the words before their eyes where they are when they touch something far down", async () => {
    const page = await open("index.html");
    for (let turn = 0; turn < 25; turn++) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(30);
    }
    const seen = await page.evaluate(() => {
      const words = [...document.querySelectorAll("main p")];
      const at = words.findIndex((one) => one.getBoundingClientRect().top > 100);
      return { at, top: words[at]?.getBoundingClientRect().top ?? 0, y: scrollY };
    });
    expect(seen.y).toBeGreaterThan(8_000);
    await page.keyboard.press("Shift");
    expect(await isArriving(page)).toBe(false);
    const now = await page.evaluate(
      (at) => document.querySelectorAll("main p")[at]?.getBoundingClientRect().top,
      seen.at,
    );
    expect(Math.abs((now ?? 0) - seen.top)).toBeLessThan(2);
    await page.context().close();
  });
});

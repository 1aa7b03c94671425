// Addresses below headings, as readers get and follow them: those that are given, and those made of words.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { brokenRules, COLOUR_RULES } from "../../src/browser/axe.ts";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { PROJECT } from "../../src/project.ts";
import { openBrowser } from "../support/browser.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder } from "../support/folders.ts";
import { buildOwnSite } from "../support/own-site.ts";

// So low that nothing is in view by chance.
const LOW = { viewport: { width: 1280, height: 200 } };
/** All that may have an address. Scripts add one kind, which has none. */
const BLOCKS = "main :is(p, li, figcaption, pre, td, th):not(.flow__now)";

let site: string;
let served: Served;
let browser: Browser;
beforeAll(async () => {
  site = buildOwnSite();
  served = await serveFolder(site, "/below/a/path/");
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  await context.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
  page.on("request", (request) => {
    if (/\/places/.test(request.url())) asked.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  await page.goto(address);
  return { page, asked, faults };
}

const fileAddress = (path: string, folder = site): string => pathToFileURL(join(folder, path)).href;
const made = (page: Page) => page.locator(".anchor--made");
const button = (page: Page) => page.getByRole("button", { name: /^Links (?:to each|zu jedem)/ });

interface Made {
  readonly href: string;
  /** Which of the blocks it is for. */
  readonly index: number;
}

async function makeAll(page: Page): Promise<Made[]> {
  await button(page).click();
  await made(page).first().waitFor({ state: "attached" });
  return page.evaluate((selector) => {
    const blocks = [...document.querySelectorAll(selector)];
    return [...document.querySelectorAll(".anchor--made")].map((link) => ({
      href: link.getAttribute("href") ?? "",
      index: blocks.indexOf(link.parentElement as Element),
    }));
  }, BLOCKS);
}

/** Whether a block comes into a low window; it is scrolled to once its words are found. */
function comesIntoView(page: Page, index: number): Promise<boolean> {
  return page
    .waitForFunction(
      ([selector, at]) => {
        const { top, bottom } = document.querySelectorAll(selector)[at]?.getBoundingClientRect() ?? {
          top: -1,
          bottom: -1,
        };
        return bottom > 0 && top < innerHeight;
      },
      [BLOCKS, index] as const,
      { timeout: 2000 },
    )
    .then(() => true)
    .catch(() => false);
}

/** Follows each address without its id, so that nothing but the words can lead to the place, and without scripts. */
async function lostAmong(all: readonly Made[], address: string): Promise<string[]> {
  const { page } = await open(address, { ...LOW, javaScriptEnabled: false });
  const lost: string[] = [];
  for (const { href, index } of all) {
    // As far away as can be.
    await page.evaluate(() => scrollTo(0, scrollY > 9000 ? 0 : document.documentElement.scrollHeight));
    await page.goto(`${address}${href.replace(/^#.*?(?=:~:|$)/, "#")}`);
    if (!(await comesIntoView(page, index))) lost.push(href);
  }
  return lost;
}

describe("the address of a paragraph, made of its words", () => {
  it.each(["index.html", "de/index.html"])("leads to each one of %s, by nothing but them", async (path) => {
    const { page, faults } = await open(fileAddress(path));
    const all = await makeAll(page);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ href }) => !/^#[\w-]+:~:text=[^-]+(?:-,[^-]+)?$/.test(href))).toEqual([]);
    expect(new Set(all.map(({ href }) => href)).size).toBe(all.length);
    expect(await lostAmong(all, fileAddress(path))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each([
    ["index.html", "from right to left, and behind footnotes, code and tables"],
    ["he/index.html", "from right to left, in Hebrew"],
  ])("leads to each one of another site: %s, %s", async (path) => {
    const output = join(await emptyFolder(), "site");
    const fixture = join(PROJECT, "tests/fixtures/rtl");
    expect((await broadsheet(["build", fixture, "--output", output])).status).toBe(0);
    const { page } = await open(fileAddress(path, output));
    const all = await makeAll(page);
    expect(all.length).toBeGreaterThan(10);
    expect(await lostAmong(all, fileAddress(path, output))).toEqual([]);
  });

  it.each([
    ["below a path", () => `${served.address}de/index.html`],
    ["from a plain folder", () => fileAddress("de/index.html")],
  ])("opens in a fresh page %s; where the words are gone, at the heading", async (_, address) => {
    const { page } = await open(address());
    const all = await makeAll(page);
    const some = all.filter((__, index) => index % 70 === 69);
    expect(some.length).toBeGreaterThan(2);
    for (const { href, index } of some) {
      const { page: fresh } = await open(address() + href, LOW);
      expect(await comesIntoView(fresh, index), href).toBe(true);
      await fresh.context().close();
      const { page: spoiled } = await open(`${address()}${href}%20never%20written`, LOW);
      const heading = spoiled.locator(href.replace(/:~:.*/, ""));
      await expect.poll(async () => (await heading.boundingBox())?.y, { message: href }).toBeLessThan(60);
      expect((await heading.boundingBox())?.y).toBeGreaterThan(-10);
      await spoiled.context().close();
    }
  });

  it("leads to the heading in a browser that takes all of it for an id", async () => {
    const { page } = await open(fileAddress("index.html"));
    const [script = ""] = await page
      .locator("script:not([src], [type])")
      .allInnerTexts()
      .then((all) => all.slice(-1));
    expect(script).toContain(":~:");
    // Ours hides the words from scripts, and has no switch for that: it is the address alone that is another's.
    const replaced = await page.evaluate(`((location) => {
      const asked = [];
      location.replace = (to) => asked.push(to);
      Object.defineProperty(document, "currentScript", { value: document.querySelector("[data-page]") });
      ${script}
      return asked;
    })({ hash: "#how-to-choose:~:text=The%20first" })`);
    expect(replaced).toEqual(["#how-to-choose"]);
  });
});

describe("the link to a paragraph", () => {
  it("comes where the pointer rests, stays when it moves to the link, and changes the address", async () => {
    const { page, asked, faults } = await open(`${served.address}index.html`);
    const text = page.locator(".heading:has(#why) + p");
    await text.scrollIntoViewIfNeeded();
    await page.locator(".masthead__title").hover();
    await page.waitForTimeout(800);
    expect(asked).toEqual([]);
    await text.hover();
    await made(page).waitFor();
    expect(asked).toHaveLength(1);
    expect(await made(page).getAttribute("href")).toMatch(/^#why:~:text=/);
    expect(await made(page).getAttribute("aria-label")).toMatch(/^Link to: .+$/);
    await made(page).hover();
    await page.waitForTimeout(300);
    const { width = 0, height = 0 } = (await made(page).boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await made(page).click();
    const session = await page.context().newCDPSession(page);
    const { entries, currentIndex } = await session.send("Page.getNavigationHistory");
    expect(entries[currentIndex]?.url).toMatch(/index\.html#why:~:text=/);
    expect(faults).toEqual([]);
  });

  it("is one at a time, and goes by Escape", async () => {
    const { page } = await open(fileAddress("index.html"));
    const texts = page.locator("main > section:first-of-type > p");
    for (const index of [0, 1]) {
      await texts.nth(index).hover();
      await texts.nth(index).locator(".anchor--made").waitFor();
      expect(await made(page).count()).toBe(1);
    }
    await page.keyboard.press("Escape");
    expect(await made(page).count()).toBe(0);
  });

  it("comes where a finger taps, and where words are selected", async () => {
    const { page } = await open(fileAddress("index.html"), {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
    });
    await page.locator("main section p").first().tap();
    await page.locator("main section p").first().locator(".anchor--made").waitFor();
    const other = page.locator(".heading:has(#what) + p");
    await other.evaluate((paragraph) => getSelection()?.selectAllChildren(paragraph));
    await other.locator(".anchor--made").waitFor();
    const box = await made(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
  });

  it("comes to all by a button, for those who use neither, and goes again", async () => {
    const { page } = await open(fileAddress("index.html"));
    const stops = () => page.locator("a[href], button, select, summary, input, [tabindex='0']").count();
    const before = await stops();
    await button(page).focus();
    await page.keyboard.press("Enter");
    await made(page).first().waitFor({ state: "attached" });
    expect(await button(page).getAttribute("aria-pressed")).toBe("true");
    expect(await stops()).toBeGreaterThan(before + 200);
    // Those of headings are seen as well, for as long.
    const opacity = () =>
      page
        .locator(".heading .anchor")
        .nth(3)
        .evaluate((one) => getComputedStyle(one).opacity);
    await expect.poll(opacity).toBe("1");
    await page.keyboard.press("Enter");
    expect(await made(page).count()).toBe(0);
    await expect.poll(opacity).toBe("0");
    expect(await stops()).toBe(before);
    expect(await button(page).getAttribute("aria-pressed")).toBe("false");
  });

  it("is asked for once, however often the button is pressed while it is on its way, and again when it is lost", async () => {
    const { page, asked } = await open(`${served.address}index.html`);
    let arrive: (() => void) | undefined;
    await page.route(/\/places/, async (route) => {
      if (asked.length === 1) return route.abort();
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return route.continue();
    });
    const lost = page.waitForEvent("requestfailed");
    await button(page).click();
    await lost;
    for (let press = 0; press < 2; press++) await button(page).click();
    await expect.poll(() => arrive !== undefined).toBe(true);
    arrive?.();
    await made(page).first().waitFor({ state: "attached" });
    expect(await button(page).getAttribute("aria-pressed")).toBe("true");
    expect(asked).toHaveLength(2);
  });

  it("breaks no rule of axe, light and dark, and moves nothing", async () => {
    // Colours on their way from one scheme to the other are nobody's.
    const { page } = await open(fileAddress("index.html"), { colorScheme: "light", reducedMotion: "reduce" });
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    // From then on all of it is laid out.
    await page.keyboard.press("Shift");
    const before = await height();
    await makeAll(page);
    expect(await height()).toBe(before);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThan(1);
      expect(await brokenRules(page), `${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await brokenRules(page, COLOUR_RULES), `dark ${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    }
  });

  it("is not promised where there are no scripts", async () => {
    const { page } = await open(fileAddress("index.html"), { javaScriptEnabled: false });
    expect(await page.locator("footer button").count()).toBe(0);
    expect(await page.locator("footer li:empty").isVisible()).toBe(false);
  });
});

describe("an address that was given", () => {
  it.each([
    ["a paragraph", "#push-only"],
    ["a note", "#changes-by-hand"],
    ["a row", "#flux"],
    ["a term", "#drift", "glossary.html"],
  ])(
    "is shown beside %s without scripts, to the pointer and to the keyboard",
    async (_, id, path = "index.html") => {
      const { page } = await open(fileAddress(path) + id, { javaScriptEnabled: false });
      const link = page.locator(`${id} a.anchor`);
      expect(await link.getAttribute("href")).toBe(id);
      const opacity = () => link.evaluate((one) => getComputedStyle(one).opacity);
      await page.mouse.move(0, 0);
      await expect.poll(opacity).toBe("0");
      await page.locator(id).hover();
      await expect.poll(opacity).toBe("1");
      await page.mouse.move(0, 0);
      await link.focus();
      await expect.poll(opacity).toBe("1");
      await page.keyboard.press("Enter");
      const box = await page.locator(id).boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(200);
    },
  );
});

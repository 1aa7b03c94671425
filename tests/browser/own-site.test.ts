import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenRules } from "../../src/browser/axe.ts";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { openBrowser } from "../support/browser.ts";
import { buildOwnSite } from "../support/own-site.ts";

// WCAG 1.4.12
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";
const PAGES = ["index.html", "tutorial.html", "glossary.html", "legal.html"].flatMap((path) => [
  path,
  `de/${path}`,
]);

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

/** Opens a page with nothing outside answering, and keeps a list of what was asked for there. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; outside: string[]; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const faults: string[] = [];
  await page.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(/^file:/.test(path) ? path : served.address + path);
  return { page, outside, faults };
}

describe("the published page in a browser", () => {
  it("brings the reader to the heading of each entry of its contents", async () => {
    const { page } = await open("index.html");
    const links = page.locator(".contents ol a");
    expect(await links.count()).toBeGreaterThan(8);
    for (const link of await links.all()) {
      const id = (await link.getAttribute("href"))?.slice(1) ?? "";
      await link.click();
      const box = await page.locator(`[id="${id}"]`).boundingBox();
      const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
      // The last sections may be too short to come up to the top.
      if (end > 2) expect(box?.y, id).toBeLessThan(200);
      expect(box?.y, id).toBeGreaterThan(-2);
      expect(box?.y, id).toBeLessThan(900);
      await expect.poll(() => link.getAttribute("aria-current")).toBe("true");
    }
    await page.context().close();
  });

  it.each(PAGES)("leads to places that are there: %s", async (path) => {
    const { page } = await open(path);
    const addresses = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const own = [...new Set(addresses.filter((address) => address.startsWith(served.address)))];
    expect(own.length).toBeGreaterThan(10);
    const pages = new Map<string, string>();
    for (const address of own) {
      const [file = "", id] = address.split("#", 2);
      const answer = pages.has(file) ? undefined : await fetch(file);
      expect(answer?.ok ?? true, file).toBe(true);
      const html = pages.get(file) ?? (await answer?.text()) ?? "";
      pages.set(file, html);
      // Markdown copies and feeds are no pages.
      if (!/\.(?:md|xml)$/.test(file)) expect(html, file).toContain("<main");
      if (id) expect(html.includes(`id="${decodeURIComponent(id)}"`), address).toBe(true);
    }
    await page.context().close();
  });

  // The gate holds the pages of the document to this: tests/reader/.
  it.each(["404.html"])("breaks no rule of axe, light and dark, at any width: %s", async (path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open(path, { colorScheme });
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await brokenRules(page), `${colorScheme} ${width}`).toEqual([]);
      }
      await page.context().close();
    }
  });

  it.each(["404.html"])("never scrolls sideways, also with wide text spacing: %s", async (path) => {
    // The page's own policy would refuse the style that a reader's browser adds.
    const { page } = await open(path, { viewport: { width: 320, height: 800 }, bypassCSP: true });
    const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await excess()).toBeLessThanOrEqual(0);
    await page.addStyleTag({ content: SPACING });
    expect(await excess()).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it("lets the keyboard skip to the text", async () => {
    const { page } = await open("index.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await page.context().close();
  });

  it("shows all words and follows its contents without JavaScript", async () => {
    const { page: full } = await open("index.html");
    const { page } = await open("index.html", { javaScriptEnabled: false });
    const sections = (on: Page) => on.locator("main > section").allInnerTexts();
    // Only then is all of it laid out: see arrive.js.
    await full.keyboard.press("Shift");
    // The controls of flows are made by the script, which without a script would be dead.
    expect(await page.locator("main button").count()).toBe(0);
    await full.locator(".flow__controls").evaluateAll((all) => all.forEach((one) => void one.remove()));
    // Until a script puts them in their place, the shapes of drawings stand at the end, and are shown by their ids.
    const drawings = full.locator(".flow__drawing");
    const drawn = await drawings.evaluateAll((all) => all.map((one) => one.textContent));
    const shown = await page.locator(".flow__drawing use").evaluateAll((all) => {
      const ids = all.map((use) => use.getAttribute("href")?.slice(1) ?? "");
      return ids.map((id) => document.getElementById(id)?.textContent);
    });
    expect(drawn.length).toBeGreaterThan(3);
    expect(shown).toEqual(drawn);
    await drawings.evaluateAll((all) => all.forEach((one) => void one.replaceChildren()));
    expect(await sections(page)).toEqual(await sections(full));
    await page.locator(".contents ol a").nth(3).click();
    await page.waitForURL(/#/);
    await full.context().close();
    await page.context().close();
  });

  it("answers where other sites show its drawings, in both languages", async () => {
    for (const name of ["push", "pull", "multiple", "environments", "tutorial"]) {
      for (const [ending, type] of [
        ["svg", "image/svg+xml; charset=utf-8"],
        ["png", "image/png"],
      ]) {
        for (const folder of ["images", "de/images"]) {
          const answer = await fetch(`${served.address}${folder}/${name}.${ending}`);
          expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
        }
      }
    }
    const { page } = await open("de/images/pull.svg");
    expect(await page.locator("svg > title").textContent()).toBe("Pull-basiertes Deployment");
    await page.context().close();
  });

  it("keeps the reader's place when they change the language", async () => {
    const { page } = await open("index.html");
    await page.locator('.contents a[href="#principles"]').click();
    await expect
      .poll(() => page.locator('.contents [aria-current="true"]').getAttribute("href"))
      .toBe("#principles");
    await page.locator('.editions a[lang="de"]').click();
    await page.waitForURL(/de\/index\.html#principles$/);
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await expect.poll(async () => (await page.locator("#principles").boundingBox())?.y).toBeLessThan(200);
    await page.context().close();
  });

  it("keeps it where they have only scrolled, with the switch that is beside the text", async () => {
    const { page } = await open("index.html");
    await page.locator("#pull-based-deployments").evaluate((heading) => heading.scrollIntoView());
    await page.mouse.wheel(0, 200);
    await page.locator('.contents a[lang="de"]').click();
    await page.waitForURL(/de\/index\.html#pull-based-deployments$/);
    await page.locator('.contents a[lang="en"]').click();
    await page.waitForURL(/\/index\.html#pull-based-deployments$/);
    await page.context().close();
  });

  it.each(PAGES)("keeps to its own policy, served and from a folder: %s", async (path) => {
    for (const address of [path, pathToFileURL(join(site, path)).href]) {
      const { page, faults } = await open(address);
      const play = page.locator(".flow__play").first();
      if ((await play.count()) > 0) await play.click();
      await page.locator("footer").scrollIntoViewIfNeeded();
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
      expect(faults.filter((fault) => fault.includes("Content Security Policy"))).toEqual([]);
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'run'";
        document.body.append(script);
      });
      expect(await page.title()).not.toBe("run");
      await page.context().close();
    }
  });

  it("asks nobody but the counter of visits, and nothing fails", async () => {
    const { page, outside, faults } = await open("index.html");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForLoadState("networkidle");
    expect([...new Set(outside)]).toEqual(["https://scripts.simpleanalyticscdn.com/sri/v11.js"]);
    expect(faults.filter((fault) => !fault.includes("favicon"))).toEqual([]);
    const counter = page.locator("script[src]");
    expect(await counter.getAttribute("integrity")).toMatch(/^sha384-/);
    expect(await counter.getAttribute("crossorigin")).toBe("anonymous");
    await page.context().close();
  });

  it("works from a plain folder, pictures and all", async () => {
    const { page } = await open(pathToFileURL(join(site, "index.html")).href);
    await page.keyboard.press("Shift");
    await page.locator("img").last().scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        page
          .locator("img")
          .evaluateAll((all) => all.every((image) => (image as HTMLImageElement).naturalWidth > 0)),
      )
      .toBe(true);
    await page.locator('footer nav a[href="legal.html"]').click();
    await page.waitForURL(/legal\.html$/);
    await page.locator(".masthead__title").click();
    await page.waitForURL(/index\.html$/);
    await page.context().close();
  });
});

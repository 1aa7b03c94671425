// Search as readers do it: by mouse and by keyboard, served below a path and from a plain folder.

import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { brokenRules } from "../../src/browser/axe.ts";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { PROJECT } from "../../src/project.ts";
import { serve } from "../../src/serve.ts";
import { openBrowser } from "../support/browser.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { buildOwnSite } from "../support/own-site.ts";
import { SMALL_SITE } from "../support/small-site.ts";

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

/** Opens a page by its whole address; keeps what goes wrong, and what is asked for besides the page. */
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
    if (/search/.test(request.url())) asked.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  await page.goto(address);
  return { page, asked, faults };
}

const dialog = (page: Page) => page.getByRole("dialog", { name: /^(Search|Suche)$/ });
const field = (page: Page) => page.getByRole("searchbox");
const links = (page: Page) => dialog(page).getByRole("link");

/** Opens the search by its key, once the page has come, and types. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  await field(page).waitFor();
  await page.keyboard.type(words);
}

const focusIsIn = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

describe("the search", () => {
  it.each([
    ["served", () => `${served.address}index.html`],
    ["from a plain folder", () => pathToFileURL(join(site, "index.html")).href],
  ])("leads to the place of the words, by the keyboard alone: %s", async (_, address) => {
    const { page, asked, faults } = await open(address());
    expect(asked).toEqual([]);
    await search(page, "secrets repository");
    expect(asked).toHaveLength(1);
    const first = links(page).first();
    expect(await first.locator("mark").allInnerTexts()).toContain("repository");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    const target = new URL((await first.getAttribute("href")) ?? "", page.url()).hash;
    await page.keyboard.press("Enter");
    await page.waitForFunction((hash) => location.hash === hash, target);
    expect(await dialog(page).isVisible()).toBe(false);
    const box = await page.locator(target).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(800);
    await page.keyboard.press("Tab");
    const isBelow = await page.evaluate((id) => {
      const place = document.querySelector(id)?.compareDocumentPosition(document.activeElement as Node) ?? 0;
      return (
        (place & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && document.activeElement?.closest("main") !== null
      );
    }, target);
    expect(isBelow).toBe(true);
    expect(faults).toEqual([]);
  });

  it("leads to the other pages of its language", async () => {
    const { page } = await open(`${served.address}de/legal.html`);
    await search(page, "ist-zustand");
    expect(await dialog(page).getByRole("heading").allInnerTexts()).toContain("Glossar");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/de\/glossary\.html#actual-state$/);
  });

  it("stays on a page that was opened without its file's name", async () => {
    const { page, asked } = await open(served.address);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await search(page, "how to choose");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash !== "");
    expect(await page.evaluate(() => "isSame" in window)).toBe(true);
    expect(new URL(page.url()).pathname).toBe("/below/a/path/");
    expect(asked).toHaveLength(1);
  });

  it("tells how much was found, and that nothing was", async () => {
    const { page } = await open(`${served.address}index.html`);
    await search(page, "pull");
    const count = dialog(page).locator("[aria-live=polite]");
    expect(await count.innerText()).toMatch(/^Results: \d+/);
    expect(await links(page).count()).toBeGreaterThan(10);
    await field(page).fill("pull <b>unheardof</b>");
    expect(await count.innerText()).toContain("“pull <b>unheardof</b>”");
    expect(await links(page).count()).toBe(0);
    await field(page).fill("");
    expect(await count.innerText()).toBe("");
  });

  it("opens by its button, closes by Escape, by its button, and by a click beside it", async () => {
    const { page, asked } = await open(`${served.address}index.html`);
    const button = page.getByRole("button", { name: "Search" });
    await button.dblclick();
    await field(page).waitFor();
    await page.keyboard.type("operator");
    await page.keyboard.press("Escape");
    if (await dialog(page).isVisible()) await page.keyboard.press("Escape");
    expect(await dialog(page).isVisible()).toBe(false);
    expect(await focusIsIn(page, ".controls__search")).toBe(true);
    await button.click();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    expect(await dialog(page).isVisible()).toBe(false);
    await page.keyboard.press("/");
    expect(await focusIsIn(page, ".search input")).toBe(true);
    await page.mouse.click(5, 700);
    expect(await dialog(page).isVisible()).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it("leaves the key alone in a field and with others", async () => {
    const { page, asked } = await open(`${served.address}index.html`);
    for (const key of ["Control+/", "Alt+/", "Meta+/"]) await page.keyboard.press(key);
    await page.locator(".controls select").focus();
    await page.keyboard.press("/");
    expect(asked).toEqual([]);
    await page.locator(".masthead__title").focus();
    await search(page, "and/or");
    expect(await field(page).inputValue()).toBe("and/or");
  });

  it("says so when it cannot be loaded, and tries again", async () => {
    const { page } = await open(`${served.address}index.html`);
    const messages: string[] = [];
    page.on("dialog", (one) => {
      messages.push(one.message());
      void one.dismiss();
    });
    await page.route(/search-/, (route) => route.abort(), { times: 1 });
    await page.keyboard.press("/");
    await expect.poll(() => messages).toEqual([expect.stringMatching(/cannot be loaded/)]);
    await search(page, "git");
    expect(await links(page).count()).toBeGreaterThan(0);
  });

  it("is closed by Escape also where the field keeps that key to itself, as in Safari", async () => {
    const { page } = await open(`${served.address}index.html`);
    await search(page, "pull");
    await field(page).evaluate((input) =>
      input.addEventListener("keydown", (event) => {
        if ((event as KeyboardEvent).key === "Escape") event.preventDefault();
      }),
    );
    await page.keyboard.press("Escape");
    expect(await dialog(page).isVisible()).toBe(true);
    await field(page).fill("");
    await page.keyboard.press("Escape");
    expect(await dialog(page).isVisible()).toBe(false);
  });

  it.each(["light", "dark"] as const)("breaks no rule of axe while it is open: %s", async (colorScheme) => {
    const { page } = await open(`${served.address}index.html`, { colorScheme });
    await search(page, "pull");
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await brokenRules(page), `${width}`).toEqual([]);
    }
  });

  it("fits a phone, and moves nothing below it", async () => {
    const { page } = await open(`${served.address}de/index.html`, { viewport: { width: 320, height: 568 } });
    const before = await page.locator("main").boundingBox();
    await search(page, "umgebung");
    const { x = 0, y = 0, width = 0, height = 0 } = (await dialog(page).boundingBox()) ?? {};
    expect([x, y].every((edge) => edge >= 0)).toBe(true);
    expect(x + width).toBeLessThanOrEqual(320);
    expect(y + height).toBeLessThanOrEqual(568);
    expect(await dialog(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect((await page.locator("main").boundingBox())?.y).toBe(before?.y);
  });

  it("is not on paper, and there is no button without a script", async () => {
    const { page } = await open(`${served.address}index.html`);
    await search(page, "pull");
    await page.emulateMedia({ media: "print" });
    expect(await dialog(page).isVisible()).toBe(false);
    const { page: plain } = await open(`${served.address}index.html`, { javaScriptEnabled: false });
    expect(await plain.locator(".masthead button").count()).toBe(0);
  });

  it("works where one writes from right to left", async () => {
    const output = join(await emptyFolder(), "site");
    const fixture = join(PROJECT, "tests/fixtures/rtl");
    expect((await broadsheet(["build", fixture, "--output", output])).status).toBe(0);
    const { page, faults } = await open(pathToFileURL(join(output, "he/index.html")).href);
    const [word = ""] = /\p{Script=Hebrew}{4,}/u.exec(await page.locator("main p").first().innerText()) ?? [];
    await search(page, word);
    expect(await links(page).first().locator("mark").first().innerText()).toBe(word);
    const close = await dialog(page).getByRole("button").boundingBox();
    expect(close?.x).toBeLessThan((await field(page).boundingBox())?.x ?? 0);
    expect(faults).toEqual([]);
  });

  it("finds in a preview what has just been written, in the page that is open", async () => {
    const folder = await emptyFolder();
    await writeFiles(folder, SMALL_SITE);
    const preview = await serve({ folder, cache: await emptyFolder(), onBuilt: () => undefined });
    onTestFinished(() => preview.close());
    const { page } = await open(preview.address);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await search(page, "snow");
    expect(await links(page).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await appendFile(join(folder, "content/en/why.md"), "\nIt may snow.\n");
    await page.getByText("It may snow.").waitFor();
    expect(await page.evaluate(() => "isSame" in window)).toBe(true);
    await search(page, "snow");
    expect(await links(page).allInnerTexts()).toEqual([expect.stringContaining("It may snow.")]);
    expect(await page.locator("dialog").count()).toBe(1);
    // Its styles stand beside those by which the preview outlines a change.
    const outlines = page.evaluate(() =>
      document.adoptedStyleSheets.some((sheet) => sheet.cssRules[0]?.cssText.startsWith(".preview-changed")),
    );
    expect(await outlines).toBe(true);
  });
});

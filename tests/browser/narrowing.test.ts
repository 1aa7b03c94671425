// The table of tools, narrowed as readers do it: by mouse and by keyboard, without a script.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { openBrowser } from "../support/browser.ts";
import { buildOwnSite } from "../support/own-site.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  served = await serveFolder(buildOwnSite());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(path = "index.html", options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: false,
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
  await page.goto(served.address + path);
  return page;
}

/** The names of the tools that are seen. */
async function tools(page: Page): Promise<string[]> {
  const rows = await page.locator(".listing tbody tr").filter({ visible: true }).all();
  return Promise.all(rows.map((row) => row.locator("th").innerText()));
}

const modes = (page: Page) =>
  page.locator(".listing tbody tr").filter({ visible: true }).locator("td:nth-child(2)");
const nothing = (page: Page) => page.locator(".narrowing__nothing");
const choice = (page: Page, group: string, name: RegExp) =>
  page.getByRole("group", { name: group, exact: true }).getByRole("radio", { name });

describe("the table of tools", () => {
  it("shows the rows of one approach, then of one status among them, then all again", async () => {
    const page = await open();
    const all = await tools(page);
    expect(all.length).toBeGreaterThan(25);
    await page.locator(".narrowing label", { hasText: "Pull" }).click();
    const pulled = await tools(page);
    expect(pulled).toContain("Argo CD");
    expect(new Set(await modes(page).allInnerTexts())).toEqual(new Set(["Pull"]));
    await choice(page, "Status", /^Archived/).check();
    expect(await tools(page)).toEqual(["Flux v1"]);
    await choice(page, "Status", /^All/).check();
    await choice(page, "Mode", /^All/).check();
    expect(await tools(page)).toEqual(all);
  });

  it("is narrowed by the keyboard alone", async () => {
    const page = await open();
    await choice(page, "Mode", /^All/).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(new Set(await modes(page).allInnerTexts())).toEqual(new Set(["Push"]));
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    expect(await choice(page, "Status", /^Archived/).isChecked()).toBe(true);
    expect(await tools(page)).toEqual([]);
  });

  it("says how many rows each choice leaves, beside the other, and that none is left", async () => {
    const page = await open("de/index.html");
    const counts = async (group: string) =>
      (await page.getByRole("group", { name: group, exact: true }).locator("label").allInnerTexts()).map(
        (label) => Number(/\d+$/.exec(label)?.[0]),
      );
    const [all = 0, ...parts] = await counts("Modus");
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(await nothing(page).isVisible()).toBe(false);
    await choice(page, "Modus", /^Push/).check();
    const [pushed, ...states] = await counts("Status");
    expect(pushed).toBe((await tools(page)).length);
    expect(states.at(-1)).toBe(0);
    await choice(page, "Status", /^Archiviert/).check();
    expect(await tools(page)).toEqual([]);
    expect(await nothing(page).isVisible()).toBe(true);
    expect(await nothing(page).innerText()).toMatch(/„Alle“/);
    await choice(page, "Modus", /^Alle/).check();
    expect(await nothing(page).isVisible()).toBe(false);
  });

  it("shows the row that a link leads to, whatever was chosen before", async () => {
    const page = await open();
    await choice(page, "Mode", /^Push/).check();
    expect(await tools(page)).not.toContain("Argo CD");
    // As a link in the text does it.
    await page.evaluate(() => location.assign("#argo-cd"));
    expect(await tools(page)).toContain("Argo CD");
    const { y = -1 } = (await page.locator("#argo-cd").boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(900);
    // It alone; and from the next link on, no longer.
    expect(new Set(await modes(page).allInnerTexts())).toEqual(new Set(["Push", "Pull"]));
    await page.evaluate(() => location.assign("#tooling"));
    expect(await tools(page)).not.toContain("Argo CD");
  });

  it("says the day as of which it is true", async () => {
    expect(await (await open()).locator(".listing__caption").innerText()).toMatch(/As of \w+ \d+, 20\d\d/);
  });

  it("fits a phone, with every button large enough", async () => {
    const page = await open("de/index.html", { viewport: { width: 320, height: 700 } });
    for (const label of await page.locator(".narrowing label").all()) {
      const { x = 0, width = 0, height = 0 } = (await label.boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(320);
      expect(height).toBeGreaterThanOrEqual(24);
    }
  });

  it("is whole on paper, whatever was chosen, and without buttons", async () => {
    const page = await open();
    const all = await tools(page);
    await choice(page, "Mode", /^Push/).check();
    await choice(page, "Status", /^Archived/).check();
    await page.emulateMedia({ media: "print" });
    expect(await tools(page)).toEqual(all);
    expect(await page.locator(".narrowing").isVisible()).toBe(false);
    expect(await nothing(page).isVisible()).toBe(false);
  });

  it("shows no button in a browser that cannot narrow it", async () => {
    const page = await open("index.html", { javaScriptEnabled: true });
    // What such a browser leaves out of the style sheet.
    await page.evaluate(() => {
      for (const sheet of document.styleSheets) dropHas(sheet);
      function dropHas(rules: CSSStyleSheet | CSSGroupingRule): void {
        for (let at = rules.cssRules.length - 1; at >= 0; at--) {
          const rule = rules.cssRules[at];
          if (rule === undefined) continue;
          const asks = rule instanceof CSSSupportsRule && rule.conditionText.includes(":has(");
          if (asks || (rule instanceof CSSStyleRule && rule.selectorText.includes(":has(")))
            rules.deleteRule(at);
          else if (rule instanceof CSSGroupingRule) dropHas(rule);
        }
      }
    });
    expect(await page.locator(".narrowing").isVisible()).toBe(false);
    expect((await tools(page)).length).toBeGreaterThan(25);
  });
});

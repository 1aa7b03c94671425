// The choice between the system's colours, light and dark.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Served, serveFolder } from "../../src/browser/plain-host.ts";
import { openBrowser } from "../support/browser.ts";
import { buildOwnSite } from "../support/own-site.ts";

const LIGHT = "rgb(239, 243, 233)";
const DARK = "rgb(20, 27, 24)";

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

async function open(options: BrowserContextOptions = {}, prepare?: () => void): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  await context.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
  const page = await context.newPage();
  if (prepare !== undefined) await page.addInitScript(prepare);
  await page.goto(`${served.address}index.html`);
  return page;
}

const control = (page: Page) => page.getByRole("combobox", { name: "Colour scheme" });
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Keeps, in the window, which scheme the root had when there was something to paint. */
function watchStart(): void {
  new MutationObserver((_, observer) => {
    if (document.body === null) return;
    (window as { atStart?: string }).atStart = getComputedStyle(document.documentElement).colorScheme;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

const atStart = (page: Page) => page.evaluate(() => (window as { atStart?: string }).atStart);

describe("the colour scheme", () => {
  it.each([
    ["light", LIGHT],
    ["dark", DARK],
  ] as const)("is the system's: %s, with scripts and without", async (colorScheme, color) => {
    const page = await open({ colorScheme });
    expect(await control(page).inputValue()).toBe("system");
    expect(await paper(page)).toBe(color);
    const plain = await open({ colorScheme, javaScriptEnabled: false });
    expect(await plain.locator(".masthead select").count()).toBe(0);
    expect(await paper(plain)).toBe(color);
  });

  it("is the one that was chosen, flows included, also the next time, before anything is painted", async () => {
    const page = await open({ colorScheme: "light" }, watchStart);
    const actor = () =>
      page
        .locator(".flow__actor rect")
        .first()
        .evaluate((rect) => getComputedStyle(rect).fill);
    expect([await atStart(page), await actor()]).toEqual(["light dark", LIGHT]);
    await control(page).selectOption("Dark");
    expect([await paper(page), await actor()]).toEqual([DARK, DARK]);
    await page.reload();
    expect([await atStart(page), await paper(page), await actor()]).toEqual(["dark", DARK, DARK]);
    expect(await control(page).inputValue()).toBe("dark");
  });

  it("goes back to the system's", async () => {
    const page = await open({ colorScheme: "dark" });
    await control(page).selectOption("Light");
    expect(await paper(page)).toBe(LIGHT);
    await control(page).selectOption("System");
    await page.reload();
    expect(await paper(page)).toBe(DARK);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await paper(page)).toBe(LIGHT);
  });

  it("is also that of the bars around the page", async () => {
    const page = await open({ colorScheme: "light" });
    const tint = () =>
      page.locator('meta[name="theme-color"]').evaluateAll((all) => {
        const metas = all as HTMLMetaElement[];
        return metas.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content);
      });
    expect(await tint()).toEqual(["#eff3e9"]);
    await control(page).selectOption("Dark");
    expect(await tint()).toEqual(["#141b18"]);
    await page.reload();
    expect(await tint()).toEqual(["#141b18"]);
    await control(page).selectOption("System");
    expect(await tint()).toEqual(["#eff3e9"]);
  });

  it("is chosen by the keyboard, in the order of the page", async () => {
    const page = await open();
    await page.locator(".masthead__title").focus();
    do await page.keyboard.press("Tab");
    while (await page.evaluate(() => document.activeElement?.localName === "button"));
    expect(await control(page).evaluate((one) => one === document.activeElement)).toBe(true);
    for (const _ of ["light", "dark"]) await page.keyboard.press("ArrowDown");
    await expect.poll(() => paper(page)).toBe(DARK);
  });

  it("is the same in every tab, also on the other language's page", async () => {
    const page = await open();
    const other = await page.context().newPage();
    await other.goto(`${served.address}de/index.html`);
    await control(page).selectOption("Dark");
    await expect.poll(() => paper(other)).toBe(DARK);
    expect(await other.getByRole("combobox", { name: "Farbschema" }).inputValue()).toBe("dark");
  });

  it("is chosen for one page where nothing can be stored", async () => {
    const errors: string[] = [];
    const page = await open({}, () => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("No", "SecurityError");
        },
      });
    });
    page.on("pageerror", (error) => errors.push(error.message));
    expect(await control(page).inputValue()).toBe("system");
    await control(page).selectOption("Dark");
    expect(await paper(page)).toBe(DARK);
    await page.reload();
    expect(await paper(page)).toBe(LIGHT);
    expect(errors).toEqual([]);
  });

  it("is light on paper, without a control", async () => {
    const page = await open();
    await control(page).selectOption("Dark");
    await page.emulateMedia({ media: "print" });
    expect(await paper(page)).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(20, 32, 26)");
    expect(await page.locator(".controls").isVisible()).toBe(false);
  });
});

describe("the controls of the masthead", () => {
  it.each(["index.html", "de/index.html"])("stand in one line on a phone, large enough: %s", async (path) => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(served.address + path);
    const strip = await page.locator(".masthead__strip").boundingBox();
    expect(strip?.height).toBeLessThan(50);
    for (const one of await page.locator(".controls :is(button, select)").all()) {
      const { x = 0, width = 0, height = 0 } = (await one.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      expect(x + width).toBeLessThanOrEqual(320);
    }
  });

  it.each([320, 768, 1280])("move nothing when the script makes them, at %i px", async (width) => {
    const places = async (page: Page) => {
      const boxes = ["masthead__title", "editions", "contents", "main"].map((name) =>
        page.locator(`.${name}`).boundingBox(),
      );
      return (await Promise.all(boxes)).map((box) => [box?.x, box?.y, box?.width]);
    };
    const options = { viewport: { width, height: 900 } };
    const plain = await open({ ...options, javaScriptEnabled: false });
    expect(await places(await open(options))).toEqual(await places(plain));
  });
});

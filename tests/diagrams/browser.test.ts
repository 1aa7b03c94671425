import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { drawComparison, drawFigure } from "../../src/diagrams/figure.ts";
import { readAssets } from "../../src/printing/assets.ts";
import { LAYOUTS } from "../../src/project.ts";
import { openBrowser } from "../support/browser.ts";
import { draw, flowNames, IMAGES, wordsIn } from "./drawn.ts";

let browser: Browser;
let html: string;
beforeAll(async () => {
  browser = await openBrowser();
  const words = wordsIn("en");
  const drawn = await Promise.all(flowNames(IMAGES).map((name) => draw(IMAGES, name, ["en", "de"])));
  const [, , pull, push] = drawn;
  if (pull === undefined || push === undefined) throw new Error("A flow is missing");
  const figures = [pull, push, ...drawn.slice(0, 2)].map((one) => drawFigure(one, "en", { words }));
  const { styles, late, flows } = await readAssets(LAYOUTS);
  html = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Flows</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>${[styles, flows.styles, late, flows.late].join("\n")}</style>
    <body><div class="sheet"><nav></nav><main class="main"><section class="section"><h1>Flows</h1>
    ${figures.join("\n")}${drawComparison([push, pull], "en", { words })}<p id="after">After</p>
    </section></main></div><script>${flows.script}</script></body></html>`;
});
afterAll(() => browser?.close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => errors.push(request.url()));
  onTestFinished(() => expect(errors).toEqual([]));
  await page.setContent(html);
  return page;
}

/** The least contrast of any letter in a flow with the ground that is painted behind it. */
function leastContrast(page: Page): Promise<{ least: number; text: string }> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (color: string): number => {
      if (canvas === null) return 0;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const clear = (color: string): boolean => color === "none" || /rgba\(.*, 0\)|transparent/.test(color);
    const groundOf = (element: Element): string => {
      // What is painted before a word in the same group lies behind it.
      if (element instanceof SVGElement && element.tagName === "text") {
        for (let at: Element | null = element; at !== null && at.tagName !== "svg"; at = at.parentElement) {
          for (let one = at.previousElementSibling; one !== null; one = one.previousElementSibling) {
            const fill = getComputedStyle(one).fill;
            if (/rect|circle/.test(one.tagName) && !clear(fill)) return fill;
          }
        }
      }
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const ground = getComputedStyle(at).backgroundColor;
        if (!clear(ground)) return ground;
      }
      return "Canvas";
    };
    let found = { least: 99, text: "" };
    for (const element of document.querySelectorAll(".flow *")) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!own || !(element as HTMLElement).checkVisibility()) continue;
      const style = getComputedStyle(element);
      const color = element instanceof SVGElement ? style.fill : style.color;
      const [a, b] = [luminance(color), luminance(groundOf(element))].sort((x, y) => y - x) as [
        number,
        number,
      ];
      const contrast = (a + 0.05) / (b + 0.05);
      if (contrast < found.least) found = { least: contrast, text: element.textContent ?? "" };
    }
    return found;
  });
}

/** The sizes of all letters that are shown in drawings, in CSS pixels. */
function sizes(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>(".flow__drawing text")]
      .filter((text) => text.checkVisibility())
      .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0)),
  );
}

describe("a flow in a browser", () => {
  for (const width of [320, 375, 640, 1024, 1280, 1600]) {
    it(`has no letter under 12 pixels at ${width}, and does not push the page sideways`, async () => {
      const page = await open({ viewport: { width, height: 900 } });
      const found = await sizes(page);
      expect(found.length).toBeGreaterThan(60);
      expect(Math.min(...found)).toBeGreaterThanOrEqual(12);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const shown = await page
        .locator(".flow__drawing")
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      expect(shown).toBe(6);
    });
  }

  it("has every word inside its box, in the letters of this system", async () => {
    for (const width of [320, 1280]) {
      const page = await open({ viewport: { width, height: 900 } });
      const outside = await page.evaluate(() => {
        const groups = [...document.querySelectorAll(".flow__actor, .flow__boundary, .flow__step")];
        return groups.flatMap((group) => {
          const box = group.querySelector("rect, circle")?.getBoundingClientRect();
          if (box === undefined || box.width === 0) return [];
          return [...group.querySelectorAll("text")]
            .filter((text) => {
              const { left, right, top, bottom } = text.getBoundingClientRect();
              return left < box.left || right > box.right || top < box.top - 3 || bottom > box.bottom + 3;
            })
            .map((text) => text.textContent);
        });
      });
      expect(outside).toEqual([]);
    }
  });

  it("is drawn for wide screens where there is room, and for phones elsewhere", async () => {
    const page = await open();
    const first = page.locator(".flow").first();
    expect(await first.locator(".flow__drawing--wide").isVisible()).toBe(true);
    expect(await first.locator(".flow__drawing--narrow").isVisible()).toBe(false);
    await page.setViewportSize({ width: 600, height: 900 });
    expect(await first.locator(".flow__drawing--wide").isVisible()).toBe(false);
    expect(await first.locator(".flow__drawing--narrow").isVisible()).toBe(true);
  });

  const looks: readonly [string, BrowserContextOptions][] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["high contrast", { contrast: "more" }],
    ["forced light colours", { forcedColors: "active", colorScheme: "light" }],
    ["forced dark colours", { forcedColors: "active", colorScheme: "dark" }],
  ];
  for (const [name, options] of looks) {
    it(`can be read in ${name}, still and stepped through`, async () => {
      const page = await open(options);
      expect((await leastContrast(page)).least).toBeGreaterThanOrEqual(4.5);
      for (const next of await page.getByRole("button", { name: "Next" }).all()) await next.click();
      const found = await leastContrast(page);
      expect(found.least, found.text).toBeGreaterThanOrEqual(4.5);
    });
  }

  it("has one picture and the list of its steps in the accessibility tree", async () => {
    const page = await open();
    const figure = page.getByRole("figure", { name: "Pull-based deployment" });
    expect(await figure.getByRole("img").count()).toBe(1);
    expect(await figure.getByRole("img", { name: "Pull-based deployment" }).count()).toBe(1);
    expect(await figure.getByRole("listitem").count()).toBe(10);
    const tree = await figure.ariaSnapshot();
    expect(tree).toContain(
      "The operator fetches the environment repository (started by: Operator, from inside “Environment”",
    );
  });

  it("has controls for the keyboard, and tells the step it has come to", async () => {
    const page = await open({ reducedMotion: "reduce" });
    const flow = page.locator(".flow").first();
    const now = flow.locator(".flow__now");
    await flow.getByRole("button", { name: "Play" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await now.textContent()).toBe("1. A developer pushes a change to the application repository");
    expect(await now.getAttribute("aria-live")).toBe("polite");
    await page.keyboard.press("Enter");
    expect(await flow.locator(".flow__item--now").textContent()).toContain("notifies the build pipeline");
    const drawing = flow.locator(".flow__drawing--wide");
    expect(
      await drawing
        .locator(".flow__step")
        .evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length),
    ).toBe(2);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    // Before the first step, and after the last, is the whole flow.
    expect(await now.textContent()).toBe("");
    expect(await drawing.locator(".flow__step--later").count()).toBe(0);
    await page.keyboard.press("Enter");
    expect(await now.textContent()).toContain("10. The operator reports");
  });

  it("is still until it is asked to play, goes round, and pauses", async () => {
    const page = await open();
    await page.clock.install();
    await page.setContent(html);
    const flow = page.locator(".flow").first();
    const now = flow.locator(".flow__now");
    await page.clock.runFor(10_000);
    expect(await now.textContent()).toBe("");
    await flow.getByRole("button", { name: "Play" }).click();
    const heard: string[] = [];
    for (let step = 0; step < 13; step++) {
      heard.push(((await now.textContent()) ?? "").split(".")[0] ?? "");
      await page.clock.runFor(2400);
    }
    expect(heard).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "", "1", "2"]);
    await flow.getByRole("button", { name: "Pause" }).click();
    const before = await now.textContent();
    await page.clock.runFor(10_000);
    expect(await now.textContent()).toBe(before);
    expect(await flow.locator(".flow__token").count()).toBeGreaterThan(0);
  });

  it("moves nothing for readers who prefer that", async () => {
    const page = await open({ reducedMotion: "reduce" });
    const flow = page.locator(".flow").first();
    await flow.getByRole("button", { name: "Play" }).click();
    expect(await flow.locator(".flow__now").textContent()).not.toBe("");
    expect(await flow.locator(".flow__token, animateMotion").count()).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it("keeps everything at its place on load and while it plays", async () => {
    for (const width of [320, 1280]) {
      const page = await open({ viewport: { width, height: 900 } });
      const place = () => page.locator("#after").evaluate((one) => one.getBoundingClientRect().top + scrollY);
      const first = await place();
      const next = page.locator("[data-play]").getByRole("button", { name: "Next" });
      expect(await next.count()).toBe(6);
      const moved = await next.evaluateAll(async (buttons, wanted) => {
        const after = document.querySelector("#after");
        const found: number[] = [];
        for (const button of buttons as HTMLElement[]) {
          for (let step = 0; step < 11; step++) {
            button.click();
            await new Promise(requestAnimationFrame);
            const top = (after?.getBoundingClientRect().top ?? 0) + scrollY;
            if (top !== wanted) found.push(top);
          }
        }
        return found;
      }, first);
      expect(moved).toEqual([]);
      await page.setContent(html.replace(/<script>[\s\S]*<\/script>/, ""));
      expect(await place()).toBe(first);
    }
  }, 60_000);

  it("is whole without a script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.getByRole("button").count()).toBe(0);
    expect(
      await page.getByRole("figure", { name: "Pull-based deployment" }).getByRole("listitem").count(),
    ).toBe(10);
  });

  it("is whole in print, whatever step it stands at", async () => {
    const page = await open();
    const flow = page.locator(".flow").first();
    await flow.getByRole("button", { name: "Next" }).click();
    await flow.locator("summary").click();
    expect(await flow.getByRole("listitem").first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await flow.getByRole("listitem").first().isVisible()).toBe(true);
    expect(await flow.getByRole("button").count()).toBe(0);
    const hidden = await flow
      .locator(".flow__step")
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).visibility === "hidden").length);
    expect(hidden).toBe(0);
  });

  it("gets its controls back when the preview has exchanged it", async () => {
    const page = await open();
    await page.evaluate(() => {
      const flow = document.querySelector(".flow");
      flow?.querySelector(".flow__reading")?.replaceChildren(flow.querySelector(".flow__key") as Element);
      document.dispatchEvent(new Event("preview:updated"));
      document.dispatchEvent(new Event("preview:updated"));
    });
    expect(await page.locator(".flow").first().getByRole("button").count()).toBe(3);
  });
});

import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type Files, type Served, serve, serveFolder, swapIn, writeFiles } from "./served.ts";

// A browser on a busy machine is slow.
vi.setConfig({ testTimeout: 30_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

interface Words {
  readonly title?: string;
  readonly style?: string;
  readonly head?: string;
  readonly nav?: string;
  readonly what?: string;
  readonly why?: string;
  readonly how?: string;
  readonly more?: string;
}

/** A page of five sections, each higher than the window, which a script of its own changes after loading. */
function print(words: Words = {}): Files {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'">
<title>${words.title ?? "Page"}</title>
<style>section { min-height: 900px } ${words.style ?? ""}</style>
${words.head ?? ""}<script src="own.js" defer></script>
</head>
<body>
<nav class="contents"><a href="#what">${words.nav ?? "What"}</a></nav>
<main>
<section><h1>Opening</h1><input id="name"></section>
<section><h2 id="what">What</h2>${words.what ?? "<p>what"}</section>
<section><h2 id="why">Why</h2>${words.why ?? "<p>why"}</section>
<section><h2 id="how">How</h2>${words.how ?? "<p>how"}<details><summary>More</summary><a href="#why">Back</a></details></section>
<section><h2 id="faq">FAQ</h2><details><summary>Unchanged</summary>Text</details></section>
${words.more ?? ""}</main>
<footer>End</footer>
</body>
</html>
`;
  const own =
    'document.documentElement.className = "js"; document.querySelector(".contents a").ariaCurrent = "true"';
  return { "index.html": html, "own.js": own };
}

interface Opened {
  readonly page: Page;
  readonly preview: Served;
  /** Prints the page anew, as a build does, and waits until the browser shows it. */
  build(words: Words, changed?: readonly string[]): Promise<void>;
}

async function openPage(
  preview: Served,
  reducedMotion: "reduce" | "no-preference" = "no-preference",
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, reducedMotion });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  onTestFinished(() => expect(faults).toEqual([]));
  // The client asks for the page's source first; what comes before that reloads the page.
  const source = page.waitForResponse((response) => response.request().resourceType() === "fetch");
  await page.goto(preview.address);
  await (await source).finished();
  return page;
}

async function openBuilt(reducedMotion?: "reduce"): Promise<Opened> {
  const preview = await serve(print());
  preview.show({ kind: "built", changed: [] });
  const page = await openPage(preview, reducedMotion);
  await page.evaluate(() => {
    document.documentElement.dataset.loaded = "once";
    document.addEventListener("preview:updated", () => {
      document.documentElement.dataset.updates = `${Number(document.documentElement.dataset.updates ?? 0) + 1}`;
    });
  });
  let builds = 0;
  return {
    page,
    preview,
    async build(words, changed = []) {
      await swapIn(preview.folder, print(words));
      preview.show({ kind: "built", changed });
      builds++;
      await page.locator(`html[data-loaded="once"][data-updates="${builds}"]`).waitFor({ state: "attached" });
    },
  };
}

/** Where an element is in the window once the browser has drawn what is new. */
const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate(async (element) => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return Math.round(element.getBoundingClientRect().top);
  });
const scrollPage = (page: Page, selector: string, offset: number) =>
  page.locator(selector).evaluate((element, by) => {
    scrollBy({ top: element.getBoundingClientRect().top + by, behavior: "instant" });
  }, offset);
const panelOf = (page: Page) => page.locator("preview-problems .panel");

test("client shows a change in place: words, title, styles, contents", async () => {
  const { page, build } = await openBuilt();
  await build({ why: "<p>Because", title: "New", style: "h2 { color: rgb(1, 2, 3) }", nav: "What now" }, [
    "why",
  ]);
  expect(await page.locator("section:has(#why) p").textContent()).toBe("Because");
  expect(await page.title()).toBe("New");
  expect(await page.locator("#why").evaluate((element) => getComputedStyle(element).color)).toBe(
    "rgb(1, 2, 3)",
  );
  expect(await page.locator(".contents").textContent()).toBe("What now");
});

test("client leaves sections alone that have not changed, and what a reader did there", async () => {
  const { page, build } = await openBuilt();
  await page.locator("#name").fill("typed");
  await page.locator("#name").focus();
  await page.locator("#faq + details").evaluate((element) => element.setAttribute("open", ""));
  await build({ why: "<p>Because", more: "<section><h2 id='new'>New</h2></section>" }, ["why"]);
  await build({ why: "<p>Because of this" }, ["why"]);
  expect(await page.locator("h2").allTextContents()).toEqual(["What", "Why", "How", "FAQ"]);
  expect(await page.locator("#name").inputValue()).toBe("typed");
  expect(await page.locator("#name").evaluate((element) => document.activeElement === element)).toBe(true);
  expect(await page.locator("#faq + details").getAttribute("open")).toBe("");
});

test("client keeps details open and the focus in a section that changed", async () => {
  const { page, build } = await openBuilt();
  await page.locator("summary", { hasText: "More" }).click();
  await page.locator("a", { hasText: "Back" }).focus();
  await build({ how: "<p>In this way" }, ["how"]);
  expect(await page.locator("section:has(#how) p").textContent()).toBe("In this way");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Back");
  expect(await page.locator("section:has(#how) details").getAttribute("open")).toBe("");
});

test("client tells details of one label apart, such as those of two drawings", async () => {
  const { page, build } = await openBuilt();
  const twins = "<details><summary>Steps</summary>1</details>".repeat(2);
  await build({ how: `<p>how${twins}` }, ["how"]);
  await page.locator("summary", { hasText: "Steps" }).nth(1).click();
  await build({ how: `<p>In this way${twins}` }, ["how"]);
  const open = await page
    .locator("details:has(summary:text-is('Steps'))")
    .evaluateAll((all) => all.map((one) => one.hasAttribute("open")));
  expect(open).toEqual([false, true]);
});

// Chromium holds the place by itself where it can, others do not; both at once must not hold it twice.
test.each(["auto", "none"])(
  "client keeps the reader's place when the page above grows and shrinks (overflow-anchor: %s)",
  async (anchoring) => {
    const { page, build } = await openBuilt();
    const style = `html { overflow-anchor: ${anchoring}; scroll-behavior: smooth } .tall { height: 3000px }`;
    await build({ style });
    await scrollPage(page, "#how", -40);
    // Two sections that no name accounts for: nothing to scroll to.
    await build({ what: '<div class="tall"></div>', why: "<p>Because", style });
    expect(await topOf(page, "#how")).toBe(40);
    await build({ style });
    expect(await topOf(page, "#how")).toBe(40);
  },
);

test("client scrolls to the words that changed when they are out of view", async () => {
  const { page, build } = await openBuilt();
  const tall = (last: string) => `<p>a</p><div class="tall"></div><p>b</p><p id="last">${last}</p>`;
  const style = ".tall { height: 2000px }";
  await build({ what: tall("one"), style });
  await page.evaluate(() => scrollTo(0, 0));
  await build({ what: tall("two"), style }, ["what"]);
  const top = await topOf(page, "#last");
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(600);
});

test("client does not scroll to words that are in view, and outlines their section for a moment", async () => {
  const { page, build } = await openBuilt();
  await scrollPage(page, "#why", -100);
  await build({ why: "<p>Because" }, ["why"]);
  expect(await topOf(page, "#why")).toBe(100);
  const marked = page.locator(".preview-changed");
  expect(await marked.count()).toBe(1);
  expect(await marked.locator("#why").count()).toBe(1);
  await marked.waitFor({ state: "detached" });
});

test("client outlines nothing for readers who want no motion", async () => {
  const { page, build } = await openBuilt("reduce");
  await build({ how: "<p>In this way" }, ["how"]);
  expect(await topOf(page, "section:has(#how) p")).toBeLessThan(600);
  expect(await page.locator(".preview-changed").count()).toBe(0);
});

test("client stays where the reader is when nothing on the page or all of it has changed", async () => {
  const { page, build } = await openBuilt();
  await scrollPage(page, "#why", -100);
  await build({}, ["elsewhere"]);
  expect(await topOf(page, "#why")).toBe(100);
  await build({ what: "<p>1", why: "<p>2", how: "<p>3" });
  expect(await topOf(page, "#why")).toBe(100);
  expect(await page.locator(".preview-changed").count()).toBe(0);
});

test("client loads the page anew when more than its parts has changed", async () => {
  const { page, preview } = await openBuilt();
  await swapIn(preview.folder, print({ head: '<meta name="description" content="new">\n' }));
  preview.show({ kind: "built", changed: [] });
  await page.locator("html:not([data-loaded]) meta[name=description]").waitFor({ state: "attached" });
});

test("client shows a problem as the text it is, until a build has none", async () => {
  const { page, preview, build } = await openBuilt();
  const text =
    'content/why.md:3:1: Cannot find "<img src=x onerror=alert(1)>"\n  > 3 |   [a](#b)\n      |   ^';
  preview.show({
    kind: "problems",
    problems: [
      { text, severity: "error" },
      { text: "note", severity: "notice" },
    ],
  });
  const panel = panelOf(page);
  await panel.waitFor();
  expect(await panel.locator("li").allTextContents()).toEqual([text, "note"]);
  expect(await panel.locator("img").count()).toBe(0);
  expect(
    await panel
      .locator("li")
      .first()
      .evaluate((element) => getComputedStyle(element).whiteSpaceCollapse),
  ).toBe("preserve");
  expect(await panel.locator("button").textContent()).toBe("1 error, 1 notice");
  expect(await page.getByRole("status", { name: "Problems" }).count()).toBe(1);
  expect(await page.locator("section:has(#why) p").textContent()).toBe("why");
  await build({ why: "<p>Because" }, ["why"]);
  expect(await panel.count()).toBe(0);
});

test("client folds problems at a button and leaves them so; notices come folded", async () => {
  const { page, preview } = await openBuilt();
  const error = (text: string) => ({ text, severity: "error" }) as const;
  preview.show({ kind: "problems", problems: [error("one")] });
  const button = panelOf(page).locator("button");
  const item = panelOf(page).locator("li").first();
  await item.waitFor();
  await button.click();
  expect(await item.isVisible()).toBe(false);
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  preview.show({ kind: "problems", problems: [error("one"), error("two")] });
  await button.filter({ hasText: "2 errors" }).waitFor();
  expect(await item.isVisible()).toBe(false);

  const other = await openPage(preview);
  preview.show({ kind: "built", changed: [], problems: [{ text: "note", severity: "notice" }] });
  const quiet = other.locator("preview-problems .panel--quiet");
  await quiet.waitFor();
  expect(await quiet.locator("button").textContent()).toBe("1 notice");
  expect(await quiet.locator("li").isVisible()).toBe(false);
});

test("client brings the page after the first build, with the problems of those before it", async () => {
  const preview = await serve();
  const page = await openPage(preview);
  await page.getByRole("heading", { name: "The first build is under way" }).waitFor();
  preview.show({ kind: "problems", problems: [{ text: "Cannot do it", severity: "error" }] });
  await page.getByRole("heading", { name: "The first build failed" }).waitFor();
  expect(await panelOf(page).locator("li").allTextContents()).toEqual(["Cannot do it"]);
  await writeFiles(preview.folder, print());
  preview.show({ kind: "built", changed: [] });
  await page.locator("#why").waitFor();
  expect(await panelOf(page).count()).toBe(0);
});

test("client finds a server that was started again, and shows what it has built", async () => {
  const { page, preview } = await openBuilt();
  await preview.close();
  await rm(preview.folder, { recursive: true });
  await writeFiles(preview.folder, print({ why: "<p>After the pause" }));
  const again = await serveFolder(preview.folder, preview.port);
  again.show({ kind: "built", changed: [] });
  await page.locator("html[data-loaded=once] p", { hasText: "After the pause" }).waitFor();
});

test("client gives its connection back while nobody sees the page, and catches up", async () => {
  const { page, preview } = await openBuilt();
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await setHidden(true);
  await swapIn(preview.folder, print({ why: "<p>Unseen" }));
  preview.show({ kind: "built", changed: ["why"] });
  await page.waitForTimeout(300);
  expect(await page.locator("section:has(#why) p").textContent()).toBe("why");
  await setHidden(false);
  await page.locator("html[data-loaded=once] p", { hasText: "Unseen" }).waitFor();
});

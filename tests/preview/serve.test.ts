import type { ChildProcess } from "node:child_process";
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { startBroadsheet } from "../support/command.ts";
import { copyProject, emptyFolder, type Files, readTree, writeFiles } from "../support/folders.ts";
import { SMALL_SITE, settings } from "../support/small-site.ts";

/** What nothing shows is told of. */
const DOT_SHOWN = "![A dot](../../images/dot.png)";

// On a busy machine.
const SOON = { timeout: 10_000 };

let project: string;
let browser: Browser;
beforeAll(async () => {
  // A copy, so that what the preview keeps in its cache is gone with it.
  project = await copyProject(await emptyFolder(afterAll));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

let site: string;
beforeEach(async () => {
  site = join(await emptyFolder(), "site (1) [draft]");
  await writeFiles(site, SMALL_SITE);
});

interface Serving {
  readonly address: string;
  readonly child: ChildProcess;
  /** What the terminal shows. */
  said(): string;
  /** Waits until the terminal shows it, after what it shows already. */
  says(what: string | RegExp): Promise<void>;
  /** Ctrl+C; gives the exit status. */
  stop(): Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

/** A preview that is killed when its test is over. */
async function serve(folder = site, port?: number): Promise<Serving> {
  return startServing(folder, onTestFinished, port);
}

async function startServing(
  folder: string,
  atEnd: (undo: () => Promise<void>) => void,
  port?: number,
): Promise<Serving> {
  const words = ["serve", folder, "--port", String(port ?? (await freePort()))];
  const child = startBroadsheet(words, { project });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data) => {
      said += data;
    });
  }
  atEnd(async () => {
    child.kill("SIGKILL");
    await ended;
    expect(said).not.toMatch(/^\s+at .*:\d+/m);
  });
  await vi.waitFor(() => expect(said).toMatch(/Preview at .*\n/), { timeout: 15_000 });
  return {
    address: /Preview at (\S+)/.exec(said)?.[1] ?? "",
    child,
    said: () => said,
    async says(what) {
      const from = said.length;
      await expect.poll(() => said.slice(from), { timeout: 10_000 }).toMatch(what);
    },
    async stop() {
      child.kill("SIGINT");
      return Promise.race([
        ended,
        wait(30_000, undefined, { ref: false }).then(() => {
          throw new Error(`The preview does not end. It has said:\n${said}`);
        }),
      ]);
    },
  };
}

/** A page that has been marked, so that a reload would show; what it throws or asks of others is kept. */
async function openPage(address: string): Promise<{ page: Page; faults: string[]; outside: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  const outside: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) outside.push(request.url());
  });
  const source = page.waitForResponse((response) => response.request().resourceType() === "fetch");
  await page.goto(address);
  await (await source).finished();
  // A page of the first build may give way to the next one at this very moment.
  await page.waitForFunction(() => {
    (window as unknown as { marked: boolean }).marked = true;
    return true;
  });
  return { page, faults, outside };
}

const isMarked = (page: Page) => page.evaluate(() => "marked" in window);
const shows = (page: Page, text: string | RegExp, timeout = 10_000) =>
  page.locator("main").getByText(text).first().waitFor({ timeout });
const problemIn = (page: Page, text: string) =>
  page.locator("preview-problems li").filter({ hasText: text }).first().waitFor({ timeout: 10_000 });
const noProblemsIn = (page: Page) =>
  page.locator("preview-problems .panel").waitFor({ state: "detached", timeout: 10_000 });
const save = (files: Files) => writeFiles(site, files);

describe("serve", () => {
  it("shows the site without counting visits, and a save within three seconds in the open page", async () => {
    const preview = await serve();
    const { page, faults, outside } = await openPage(preview.address);
    await shows(page, "Because of the first reason.");
    await save({ "content/en/why.md": "# Why\n\nBecause of the second reason.\n" });
    await shows(page, "Because of the second reason.", 3_000);
    expect(await isMarked(page)).toBe(true);
    expect({ faults, outside }).toEqual({ faults: [], outside: [] });
    expect(await preview.stop()).toBe(0);
  });

  it("never counts visits", async () => {
    const counter =
      'analytics: { name: Counter, script: "https://count.example/a.js", picture: "https://count.example/a.gif" }\n';
    await save({ "content/_data/site.yaml": settings(counter) });
    const preview = await serve();
    const html = await (await fetch(preview.address)).text();
    expect(html).toContain("Because of the first reason.");
    expect(html).not.toContain("count.example");
  });

  it("follows headings, sections and the contents as they come, change and go", async () => {
    const preview = await serve();
    const { page, faults } = await openPage(preview.address);
    const entry = (name: string) => page.locator(".contents ol a", { hasText: name });
    await save({
      "content/_data/site.yaml": settings("", ["hello", "why", "how", "when"]),
      "content/en/when.md": `# When\n\n${"Soon, and then again.\n\n".repeat(60)}`,
      "content/en/why.md": `# Why so\n\n${"Because of much.\n\n".repeat(60)}`,
    });
    await shows(page, "Soon, and then again.");
    await entry("When").click();
    await expect.poll(() => entry("When").getAttribute("aria-current"), SOON).toBe("true");
    await entry("Why so").click();
    await expect.poll(() => entry("Why so").getAttribute("aria-current"), SOON).toBe("true");
    expect(await isMarked(page)).toBe(true);

    await save({ "content/_data/site.yaml": settings("", ["hello", "why", "how"]) });
    await rm(join(site, "content/en/when.md"));
    await entry("When").waitFor({ state: "detached" });
    expect(await isMarked(page)).toBe(true);
    expect(faults).toEqual([]);
  });

  it("shows a new picture, and leaves out a page that is no more", async () => {
    await rm(join(site, "images"), { recursive: true });
    await save({ "content/en/why.md": "# Why\n\nBecause.\n" });
    const preview = await serve();
    const { page } = await openPage(preview.address);
    await save({
      "images/new/dot.png": SMALL_SITE["images/dot.png"] ?? "",
      "content/en/why.md": "# Why\n\n![New](../../images/new/dot.png)\n",
    });
    await page.locator('main img[alt="New"]').waitFor();
    await expect
      .poll(
        () => page.locator("main img").evaluate((image) => (image as HTMLImageElement).naturalWidth),
        SOON,
      )
      .toBeGreaterThan(0);

    await rm(join(site, "content/en/pages"), { recursive: true });
    await save({
      "content/_data/site.yaml": settings().replace("pages:\n  - notes\n", ""),
      "content/en/hello.md": "# Hello\n\nAlone now.\n",
    });
    await shows(page, "Alone now.");
    expect((await fetch(`${preview.address}notes.html`)).status).toBe(404);
  });

  it("shows a problem in the page and the terminal, and goes on when it is mended", async () => {
    const preview = await serve();
    const { page } = await openPage(preview.address);
    const said = preview.says(/why\.md/);
    await rename(join(site, "content/en/why.md"), join(site, "why.md"));
    await problemIn(page, "why.md");
    await said;
    await rename(join(site, "why.md"), join(site, "content/en/why.md"));
    await noProblemsIn(page);
    await shows(page, "Because of the first reason.");
  });

  it("keeps the last good page while the settings cannot be read", async () => {
    const preview = await serve();
    const { page } = await openPage(preview.address);
    const said = preview.says(/site\.yaml:\d+:\d+/);
    await save({ "content/_data/site.yaml": 'title: "Small\nsections: [\n' });
    await problemIn(page, "site.yaml");
    await said;
    await shows(page, "Because of the first reason.");
    await page.reload();
    await shows(page, "Because of the first reason.");
    await problemIn(page, "site.yaml");
    await save({ "content/_data/site.yaml": settings() });
    await noProblemsIn(page);
  });

  it("keeps the last good page while the layouts are broken, and says where", async () => {
    const preview = await serve();
    const { page } = await openPage(preview.address);
    const partial = join(project, "layouts/partials/section.njk");
    const text = await readFile(partial, "utf8");
    onTestFinished(() => writeFiles(project, { "layouts/partials/section.njk": text }));
    const said = preview.says("The last good page stays");
    await writeFiles(project, { "layouts/partials/section.njk": `{{ nowhere() }}${text}` });
    await problemIn(page, "section.njk");
    await said;
    await shows(page, "Because of the first reason.");
    await writeFiles(project, { "layouts/partials/section.njk": text });
    await noProblemsIn(page);
  });

  it("names the first hundred of many problems in the page, and all of them in the terminal", async () => {
    const preview = await serve();
    const { page } = await openPage(preview.address);
    const said = preview.says("5000 errors");
    await save({ "content/en/why.md": `# Why\n\n${DOT_SHOWN}\n\n${"[a](#b) ".repeat(5_000)}\n` });
    await problemIn(page, "4900 more in the terminal");
    await said;
    expect(await page.locator("preview-problems li").count()).toBe(101);
  });

  it("leaves the contents usable while a section is empty", async () => {
    const preview = await serve();
    const { page, faults } = await openPage(preview.address);
    await save({ "content/en/why.md": "" });
    await problemIn(page, "why.md");
    await page.evaluate(() => dispatchEvent(new Event("scroll")));
    await page.locator(".contents ol a", { hasText: "How" }).click();
    await page.locator("[aria-current=true]", { hasText: "How" }).waitFor({ timeout: 5_000 });
    expect(faults).toEqual([]);
  });

  it("shows the last of fifty saves in a second, in the same page", async () => {
    const preview = await serve();
    const { page, faults } = await openPage(preview.address);
    for (let number = 1; number <= 50; number++) {
      await save({ "content/en/why.md": `# Why\n\nReason number ${number}.\n` });
      await new Promise((done) => setTimeout(done, 20));
    }
    await shows(page, "Reason number 50.", 5_000);
    await new Promise((done) => setTimeout(done, 500));
    await shows(page, "Reason number 50.");
    expect(await isMarked(page)).toBe(true);
    expect(faults).toEqual([]);
  });

  it("takes up what is saved while it prints for the first time", async () => {
    const port = await freePort();
    const begun = serve(site, port);
    await expect
      .poll(() => fetch(`http://127.0.0.1:${port}/`).then(() => "answers", String), {
        interval: 5,
        timeout: 10_000,
      })
      .toBe("answers");
    await save({ "content/en/why.md": "# Why\n\nSaved early.\n" });
    const { page } = await openPage((await begun).address);
    await shows(page, "Saved early.");
  });

  it("waits for a site that is not there yet", async () => {
    const folder = join(site, "later");
    await mkdir(folder);
    const preview = await serve(folder);
    expect(preview.said()).toContain("Cannot find the settings of a site");
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(preview.address);
    await page.getByRole("heading", { name: "The first build failed" }).waitFor();
    await cp(join(site, "content"), join(folder, "content"), { recursive: true });
    await cp(join(site, "images"), join(folder, "images"), { recursive: true });
    await shows(page, "Because of the first reason.");
  });

  it("goes on when folders go and come back, as when branches are switched", async () => {
    const preview = await serve();
    const { page } = await openPage(preview.address);
    const kept = join(await emptyFolder(), "kept");
    for (const [round, part] of ["content/en", "content", "."].entries()) {
      await cp(site, kept, { recursive: true });
      await rm(join(site, part), { recursive: true });
      // At once, and after its absence has been seen.
      if (round > 0) await preview.says("1 error");
      await cp(join(kept, part), join(site, part), { recursive: true });
      await preview.says("no problems");
      await save({ "content/en/why.md": `# Why\n\nRound ${round}.\n\n${DOT_SHOWN}\n` });
      await shows(page, `Round ${round}.`);
    }
    expect(await preview.stop()).toBe(0);
  });

  it("shows each its own site when two run at once, and the same when both have one", async () => {
    const other = join(site, "other");
    await writeFiles(other, { ...SMALL_SITE, "content/en/why.md": "# Why\n\nAnother reason.\n" });
    const [first, second, third] = await Promise.all([serve(), serve(other), serve()]);
    const textOf = async ({ address }: Serving) => (await fetch(address)).text();
    for (let round = 1; round <= 3; round++) {
      const words = Promise.all([first, second, third].map((one) => one.says("Printed in")));
      await save({ "content/en/how.md": `# How\n\nRound ${round}.\n` });
      await writeFiles(other, { "content/en/how.md": `# How\n\nOther round ${round}.\n` });
      await words;
      await expect.poll(() => textOf(first), SOON).toContain(`<p>Round ${round}.`);
      await expect.poll(() => textOf(third), SOON).toContain(`<p>Round ${round}.`);
      await expect.poll(() => textOf(second), SOON).toContain(`<p>Other round ${round}.`);
    }
    expect(`${first.said()}${second.said()}${third.said()}`).not.toContain("The last good page stays");
  });

  it("writes nothing into the site, and gives its port back at the end", async () => {
    const port = await freePort();
    const before = await readTree(site);
    const preview = await serve(site, port);
    const { page } = await openPage(preview.address);
    await save({ "content/en/why.md": "# Why\n\nBecause of the first reason, again.\n" });
    await shows(page, "again");
    await save({ "content/en/why.md": SMALL_SITE["content/en/why.md"] ?? "" });
    await shows(page, "reason.");
    // With the page still open, which holds a stream.
    expect(await preview.stop()).toBe(0);
    expect(await readTree(site)).toEqual(before);
    expect(await readdir(project)).not.toContain("_site");
    const next = await serve(site, port);
    expect(next.address).toBe(`http://127.0.0.1:${port}/`);
    // The page finds the new server by itself, in place.
    await save({ "content/en/why.md": "# Why\n\nAfter the pause.\n" });
    await shows(page, "After the pause.");
    expect(await isMarked(page)).toBe(true);
  });

  it("says so when the port is taken, and ends", async () => {
    const first = await serve();
    const port = new URL(first.address).port;
    const second = startBroadsheet(["serve", site, "--port", port], { project });
    let said = "";
    second.stderr?.on("data", (data) => {
      said += data;
    });
    expect(await new Promise((done) => second.once("close", done))).toBe(2);
    expect(said).toContain(`Cannot listen on port "${port}", which is taken or not allowed; stop what runs`);
  });
});

describe("a preview that meets one thing after the other", () => {
  let preview: Serving;
  let page: Page;
  let troubled: string;
  let round = 0;
  const ends: (() => Promise<void>)[] = [];
  const atEnd = (end: () => Promise<void>) => void ends.unshift(end);
  beforeAll(async () => {
    troubled = await emptyFolder(atEnd);
    await writeFiles(troubled, SMALL_SITE);
    preview = await startServing(troubled, atEnd);
    page = await browser.newPage();
    await page.goto(preview.address);
    await shows(page, "Because of the first reason.");
  });
  // The runner forgets what a hook asks it to do afterwards.
  afterAll(async () => {
    for (const end of ends) await end();
  });
  beforeEach(() => {
    site = troubled;
  });

  it.each<[name: string, harm: () => Promise<unknown>]>([
    ["a section with a NUL byte", () => save({ "content/en/why.md": "# Why\n\nA \0 byte.\n" })],
    [
      "a section that is no text",
      () => save({ "content/en/why.md": Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 256) }),
    ],
    [
      "a line of half a million characters",
      () => save({ "content/en/why.md": `# Why\n\n${"word *a* ".repeat(60_000)}\n` }),
    ],
    ["brackets nested deep", () => save({ "content/en/why.md": `# Why\n\n${"[".repeat(20_000)}\n` })],
    ["quotations nested deep", () => save({ "content/en/why.md": `# Why\n\n${">".repeat(5_000)} a\n` })],
    ["a folder named like a section", () => mkdir(join(site, "content/en/new.md"))],
    [
      "a folder in place of a section",
      async () => {
        await rm(join(site, "content/en/why.md"));
        await mkdir(join(site, "content/en/why.md"));
      },
    ],
    ["a link in a circle", () => symlink("circle.md", join(site, "content/en/circle.md"))],
    ["a link to its own folder", () => symlink(".", join(site, "content/en/again"))],
    ["a picture that is none", () => save({ "images/dot.png": "no picture" })],
    ["settings that are a list", () => save({ "content/_data/site.yaml": "- a\n- b\n" })],
    [
      "settings with an anchor bomb",
      () => save({ "content/_data/site.yaml": `a: &a [x,x]\n${bomb("abcdefghijk")}` }),
    ],
    ["no content at all", () => rm(join(site, "content"), { recursive: true })],
  ])("outlives %s, and shows what comes after", async (_, harm) => {
    const said = preview.says(/Printed in|The last good page stays/);
    await harm();
    await said;
    await rm(join(site, "content/en"), { recursive: true, force: true });
    round++;
    await save({ ...SMALL_SITE, "content/en/how.md": `# How\n\nAs good as new: ${round}.\n` });
    await shows(page, `As good as new: ${round}.`, 20_000);
    await noProblemsIn(page);
    expect(preview.child.exitCode).toBe(null);
  });
});

/** Each letter a list of nine times the one before. */
function bomb(letters: string): string {
  return [...letters]
    .slice(1)
    .map((letter, at) => `${letter}: &${letter} [${Array(9).fill(`*${letters[at]}`).join()}]\n`)
    .join("");
}

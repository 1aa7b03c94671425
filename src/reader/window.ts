import type { Browser, BrowserContextOptions, Page as Tab } from "playwright-core";

/** What was asked for while a page was open, and what went wrong. */
export interface Visit {
  readonly tab: Tab;
  readonly requests: readonly string[];
  readonly faults: readonly string[];
}

const QUIET_MS = 600;

/** When a page has loaded, and then asked for nothing: a browser on a busy machine may never say that it is idle. */
export async function unasked({ tab, requests }: Visit): Promise<readonly string[]> {
  await tab.waitForLoadState("load");
  let known = -1;
  while (known < requests.length) {
    known = requests.length;
    await tab.waitForTimeout(QUIET_MS);
  }
  return requests;
}

/**
 * A window that visits one page after the other, each as if it were the first: to open another takes longer than most
 * visits. Nobody outside gets asked, and nobody answers.
 */
export class VisitWindow {
  readonly #tab: Tab;
  readonly #options: BrowserContextOptions;
  #requests: string[] = [];
  #faults: string[] = [];

  static async open(browser: Browser, options: BrowserContextOptions): Promise<VisitWindow> {
    const context = await browser.newContext(options);
    await context.route(/^https?:(?!\/\/127\.0\.0\.1)/, (route) => route.abort());
    return new VisitWindow(await context.newPage(), options);
  }

  private constructor(tab: Tab, options: BrowserContextOptions) {
    this.#tab = tab;
    this.#options = options;
    tab.on("request", (request) => this.#requests.push(request.url()));
    tab.on("response", (response) => {
      if (response.status() >= 400) this.#faults.push(`${response.status()} ${response.url()}`);
    });
    tab.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) this.#faults.push(message.text());
    });
    tab.on("pageerror", (error) => this.#faults.push(error.message));
  }

  async visit<Result>(address: string, look: (visit: Visit) => Promise<Result>): Promise<Result> {
    const tab = this.#tab;
    const visit = { tab, requests: [], faults: [] };
    [this.#requests, this.#faults] = [visit.requests, visit.faults];
    await tab.goto(address);
    // As after the first thing that a reader does: from then on all of the page is laid out.
    await tab.evaluate(() => delete document.documentElement.dataset.arriving);
    const result = await look(visit);
    await this.#forget();
    return result;
  }

  /** Takes away what the page has kept, and what was set to look at it. */
  async #forget(): Promise<void> {
    const tab = this.#tab;
    await tab.context().clearCookies();
    await tab.evaluate(() => [localStorage, sessionStorage].forEach((store) => void store.clear()));
    await tab.goto("about:blank");
    const { viewport, colorScheme, reducedMotion, forcedColors, contrast } = this.#options;
    if (viewport) await tab.setViewportSize(viewport);
    await tab.emulateMedia({
      media: null,
      colorScheme: colorScheme ?? "light",
      reducedMotion: reducedMotion ?? "no-preference",
      forcedColors: forcedColors ?? "none",
      contrast: contrast ?? "no-preference",
    });
  }

  close(): Promise<void> {
    return this.#tab.context().close();
  }
}

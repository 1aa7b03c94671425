import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuiltSite } from "../built-site.ts";
import { atMost, eachPage, type Figure, none, type Row } from "../row.ts";
import type { Visit } from "../window.ts";

/** The slow phone of the budgets: 150 ms, 1.6 Mbit/s, a processor four times as slow. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const SLOWER = 4;
const RUNS = 5;

interface Paints {
  readonly first: number;
  readonly largest: number;
  readonly blocked: number;
}

async function paintsOf(site: BuiltSite, address: string): Promise<Paints> {
  const look = async ({ tab }: Visit): Promise<Paints> => {
    const client = await tab.context().newCDPSession(tab);
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", NETWORK);
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await tab.goto(address);
    return tab.evaluate(async () => {
      const seen = (type: string): Promise<PerformanceEntry[]> =>
        new Promise((done) => {
          const found: PerformanceEntry[] = [];
          new PerformanceObserver((list) => found.push(...list.getEntries())).observe({
            type,
            buffered: true,
          });
          setTimeout(() => done(found), 400);
        });
      const [paints, largest, tasks] = await Promise.all(
        ["paint", "largest-contentful-paint", "longtask"].map(seen),
      );
      const first = paints?.find(({ name }) => name === "first-contentful-paint")?.startTime ?? 0;
      // What keeps the reader waiting before there is anything to see counts as paint.
      const blocked = (tasks ?? [])
        .filter(({ startTime }) => startTime > first)
        .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
      return { first, largest: largest?.at(-1)?.startTime ?? first, blocked };
    });
  };
  try {
    return await site.visit("about:blank", look, { viewport: { width: 390, height: 844 } });
  } finally {
    // Nothing is to be in its memory, and nothing else is to be slow.
    await site.closeWindow();
  }
}

function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

export const paint: Row = {
  name: "first and largest paint on a slow phone, after that of an empty page",
  isTimed: true,
  measure: async (site) => {
    await writeFile(join(site.folder, "_empty.html"), "<!DOCTYPE html><title>Empty</title><p>.");
    return eachPage(site.explainers, async ({ path }): Promise<Figure[]> => {
      const runs: { first: number; largest: number }[] = [];
      for (let run = 0; run < RUNS; run++) {
        // In pairs, so that both meet the same moment of the machine.
        const empty = await paintsOf(site, `${site.address}_empty.html`);
        const page = await paintsOf(site, site.address + path);
        runs.push({ first: page.first - empty.first, largest: page.largest - empty.first });
      }
      const budget = site.document.site.budgets.paintMilliseconds;
      return [
        atMost(`${path}, first`, Math.round(median(runs.map(({ first }) => first))), budget, "ms"),
        atMost(`${path}, largest`, Math.round(median(runs.map(({ largest }) => largest))), budget, "ms"),
      ];
    });
  },
};

export const blockingTime: Row = {
  name: "time in which the page cannot answer, on a slow phone",
  isTimed: true,
  measure: (site) =>
    eachPage(site.explainers, async ({ path }): Promise<Figure> => {
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        runs.push((await paintsOf(site, site.address + path)).blocked);
      }
      return atMost(path, Math.round(median(runs)), 0, "ms");
    }),
};

export const shift: Row = {
  name: "layout shift",
  measure: (site) =>
    eachPage(site.pages, ({ path }) =>
      site.visit(path, async ({ tab }): Promise<Figure> => {
        const shifts = await tab.evaluate(async () => {
          const found: string[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) found.push(JSON.stringify(entry));
          }).observe({ type: "layout-shift", buffered: true });
          for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
            scrollTo(0, y);
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
          }
          return found;
        });
        return none(path, shifts);
      }),
    ),
};

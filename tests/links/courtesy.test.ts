import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { CLOCK, Courtesy } from "../../src/links/courtesy.ts";
import { planVisits } from "../../src/links/plan.ts";
import { fastClock } from "./host.ts";

const { signal } = new AbortController();

describe("the courtesy", () => {
  it("asks a host at most twice at once, and many hosts together", async () => {
    const courtesy = new Courtesy({ clock: fastClock(), signal });
    const running = new Map<string, number>();
    const most = new Map<string, number>();
    const count = (name: string, step: number): void => {
      running.set(name, (running.get(name) ?? 0) + step);
      most.set(name, Math.max(most.get(name) ?? 0, running.get(name) ?? 0));
    };
    const request = (name: string): Promise<void> =>
      courtesy.request(name, async () => {
        for (const counted of [name, "all"]) count(counted, 1);
        await setTimeout(5);
        for (const counted of [name, "all"]) count(counted, -1);
      });
    const hosts = Array.from({ length: 20 }, (_, index) => `host-${index}`);
    await Promise.all(hosts.flatMap((name) => [request(name), request(name), request(name)]));
    expect(most.get("all")).toBe(16);
    expect(Math.max(...hosts.map((name) => most.get(name) ?? 0))).toBe(2);
  });

  it("leaves a quarter of a second between two requests to a host", async () => {
    const clock = fastClock();
    const courtesy = new Courtesy({ clock, signal });
    const starts: number[] = [];
    const first = clock.now();
    const request = () => courtesy.request("a", async () => starts.push(clock.now() - first));
    await Promise.all([request(), request(), request(), request()]);
    expect(starts).toEqual([0, 250, 500, 750]);
  });

  it("lets a host be that asked for it, and nobody else", async () => {
    const clock = fastClock();
    const courtesy = new Courtesy({ clock, signal });
    const start = clock.now();
    courtesy.rest("a", 30_000);
    expect(await courtesy.request("b", async () => clock.now() - start)).toBe(0);
    expect(await courtesy.request("a", async () => clock.now() - start)).toBe(30_000);
  });

  it("ends at once when it is told to", async () => {
    const ending = new AbortController();
    const courtesy = new Courtesy({ clock: CLOCK, signal: ending.signal });
    courtesy.rest("a", 60_000);
    const waiting = courtesy.request("a", async () => "asked");
    ending.abort();
    await expect(waiting).rejects.toThrow(/abort/);
  });
});

describe("the plan", () => {
  const place = { file: "a.md", line: 1, column: 1 };
  const links = (...addresses: string[]) => new Map(addresses.map((address) => [address, [place]]));

  it("asks a page once for all links to it, hosts in turns, the one with most pages first", () => {
    const found = links(
      "https://a.example/",
      "https://b.example/1",
      "https://b.example/2#x",
      "https://b.example/3",
      "https://b.example/2#y",
      "https://[",
    );
    const visits = planVisits(found, { memories: new Map(), refused: [] });
    expect(visits.map(({ page }) => page)).toEqual([
      "https://b.example/1",
      "https://a.example/",
      "https://[",
      "https://b.example/2",
      "https://b.example/3",
    ]);
    expect(visits[3]?.addresses).toEqual(["https://b.example/2#x", "https://b.example/2#y"]);
  });

  it("leaves out what runs on a reader's own machine", () => {
    const found = links("http://localhost:9898", "https://app.localhost/x", "https://localhost.example/");
    const visits = planVisits(found, { memories: new Map(), refused: [], all: true });
    expect(visits.map(({ page }) => page)).toEqual(["https://localhost.example/"]);
  });

  it("leaves out what is known, unless it failed or all are wanted, and what is refused", () => {
    const found = links(
      "https://known.example/",
      "https://failed.example/",
      "https://new.example/",
      "https://bad.example/",
    );
    const memories = new Map([
      ["https://known.example/", { address: "https://known.example/" }],
      ["https://failed.example/", { address: "https://failed.example/", failed: "2026-08-01" }],
    ]);
    const pages = (all: boolean) =>
      planVisits(found, { memories, refused: ["bad.example"], all }).map(({ page }) => page);
    expect(pages(false)).toEqual(["https://failed.example/", "https://new.example/"]);
    expect(pages(true)).toEqual([
      "https://known.example/",
      "https://failed.example/",
      "https://new.example/",
    ]);
  });
});

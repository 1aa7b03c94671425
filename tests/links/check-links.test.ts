import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { checkLinks, type LinkCheckOptions } from "../../src/links/check-links.ts";
import { SETTINGS, writeSmallSite } from "../support/hive.ts";
import { fastClock, host, page } from "./host.ts";

async function check(
  addresses: readonly string[],
  {
    files = {},
    ...options
  }: Partial<LinkCheckOptions> & { readonly files?: Readonly<Record<string, string>> } = {},
) {
  const links = addresses.map((address) => `[Link](${address})\n\n`).join("");
  const folder = writeSmallSite({ "content/en/hive.md": `# The hive\n\n${links}`, ...files });
  const { document } = await run({ folder, mode: "check" });
  const { signal } = new AbortController();
  return checkLinks(document, new Map(), { today: "2026-08-22", clock: fastClock(), signal, ...options });
}

const unknown = { resolve: async () => [] };
const gone = ["https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/"];

describe("the check of links", () => {
  it("takes a machine without a network for what it is", async () => {
    await expect(check(gone, unknown)).rejects.toThrow(
      "Cannot reach any host; see whether this machine is connected",
    );
  });

  it("reports hosts that are gone, when there are few of them or another one answers", async () => {
    const few = await check(gone.slice(0, 3), unknown);
    expect(few.problems.map(({ rule }) => rule)).toEqual(Array(3).fill("link-dead"));
    const { address } = await host({ "/": page("here") });
    const mixed = await check([...gone, address], { ...unknown, allowPrivate: true });
    expect(mixed.problems.map(({ rule }) => rule)).toEqual(Array(4).fill("link-dead"));
  });

  it("says who asks, also where the site's own address has letters that no header may have", async () => {
    const { address, headers } = await host({ "/": page("here") });
    const settings = SETTINGS.replace("https://bees.example.org", "https://bienenstöcke.example");
    await check([`${address}/`], { allowPrivate: true, files: { "content/_data/site.yaml": settings } });
    expect([...new Set(headers.map((sent) => sent["user-agent"]))]).toEqual([
      "Broadsheet (link check; +https://xn--bienenstcke-yfb.example)",
    ]);
  });

  it("tells how far it is", async () => {
    const { address } = await host({ "/1": page("one"), "/2": page("two") });
    const steps: string[] = [];
    await check([`${address}/1`, `${address}/2`, `${address}/1`], {
      allowPrivate: true,
      onProgress: (done, total) => steps.push(`${done} of ${total}`),
    });
    expect(steps).toEqual(["1 of 2", "2 of 2"]);
  });
});

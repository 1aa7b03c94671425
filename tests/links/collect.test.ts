import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { collectOutsideLinks } from "../../src/links/collect.ts";
import { isSameDomain, isWithin, refusedDomain } from "../../src/links/domains.ts";
import { PROJECT } from "../../src/project.ts";

describe("the links that lead outside", () => {
  it("are found in texts, lists and settings, each with its places", async () => {
    const { document } = await run({
      folder: join(PROJECT, "tests/fixtures/sites/link-known-bad"),
      mode: "check",
    });
    const found = [...collectOutsideLinks(document)].map(([address, places]) =>
      places.map(({ file, line, column }) => `${address} ${file}:${line}:${column}`),
    );
    expect(found.flat()).toEqual([
      "https://www.Lost.example/hive#wax content/en/hive.md:7:13",
      "https://notlost.example/ content/en/hive.md:7:63",
      "https://blog.lost.example/bees content/_data/read.yaml:6:14",
      "https://archive.example/2020/https://lost.example/bees content/_data/read.yaml:8:14",
      "https://lost.example/licence content/_data/site.yaml:11:8",
    ]);
  });

  it("are found in tables, in lists of people and in every setting that names one", async () => {
    const { document } = await run({ folder: PROJECT, mode: "check" });
    const links = collectOutsideLinks(document);
    const { repository, licence, analytics } = document.site;
    for (const address of [repository, licence?.url, analytics?.script, analytics?.picture]) {
      expect(links.get(address ?? "")?.map(({ file }) => file)).toContain("content/_data/site.yaml");
    }
    const files = new Set([...links.values()].flat().map(({ file }) => file));
    expect(files).toContain("content/_data/tools.yaml");
    expect(files).toContain("content/_data/authors.yaml");
  });
});

describe("a domain", () => {
  it.each([
    ["www.example.org", "example.org", true],
    ["docs.example.org", "www.example.org", true],
    ["EXAMPLE.org.", "example.org", true],
    ["notexample.org", "example.org", false],
    ["example.org.evil.example", "example.org", false],
  ])("%s within %s: %s", (host, domain, expected) => {
    expect(isWithin(host, domain)).toBe(expected);
    expect(isSameDomain(domain, host)).toBe(expected);
  });

  it("is refused with all that lies below it", () => {
    expect(refusedDomain("http://docs.lost.example:8080/x", ["lost.example"])).toBe("lost.example");
    expect(refusedDomain("https://archive.example/https://lost.example/", ["lost.example"])).toBeUndefined();
    expect(refusedDomain("no address", ["lost.example"])).toBeUndefined();
  });
});

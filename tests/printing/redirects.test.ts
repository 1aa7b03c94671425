import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import type { Outcome } from "../../src/microsite.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { MOVED_SITE } from "../support/moved-site.ts";

let folder: string;
let outcome: Outcome;
const read = (file: string): string => readFileSync(join(folder, "out", file), "utf8");
beforeAll(async () => {
  folder = await emptyFolder(afterAll);
  await writeFiles(folder, {
    ...MOVED_SITE,
    // Each of them is an error, and must do no harm all the same.
    "content/_data/addresses.yaml": `${MOVED_SITE["content/_data/addresses.yaml"]}  /honey: /
  /index: /honey
  /../../escaped: /
  /images/../../escaped.png: /images/dance.png
  /images/dance.svg: /images/dance.png
  /images/none.png: /images/nothing.png
  /de/images/dance.png: /images/dance.png
  /de/mead: /honey
`,
  });
  outcome = await run({ folder, cache: join(folder, "cache") }, join(folder, "out"));
});

describe("an old path", () => {
  it("has a page that leads on, in each language, wherever it lies", () => {
    expect(read("mead.html")).toContain('<meta http-equiv="refresh" content="0; url=honey.html">');
    expect(read("mead.html")).toContain('<link rel="canonical" href="https://bees.example.org/honey">');
    expect(read("mead.html")).toContain('<meta name="robots" content="noindex">');
    expect(read("mead.html")).toContain('<a href="honey.html">Honey</a>');
    expect(read("de/mead.html")).toMatch(/<html lang="de" dir="ltr">[\s\S]*<a href="honey.html">Honig<\/a>/);
    expect(read("old/hives.html")).toContain('<a href="../index.html">Bees</a>');
    expect(read("de/old/hives.html")).toContain('<a href="../index.html">Bienen</a>');
  });

  it("has a page of valid HTML, short enough for slow lines", async () => {
    const { results } = await new HtmlValidate().validateString(read("de/mead.html"));
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(read("de/mead.html").length).toBeLessThan(1000);
  });

  it("has a script that the headers of a host allow", () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(read("mead.html"))?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(read("_headers")).toContain(`'sha256-${hash}'`);
  });

  it("is named to hosts that redirect by themselves", () => {
    expect(read("_redirects").split("\n")).toEqual([
      "/mead /honey 301",
      "/de/mead /de/honey 301",
      "/old/hives / 301",
      "/de/old/hives /de/ 301",
      "",
    ]);
  });

  it("of an image holds the same image", () => {
    expect(read("images/waggle.png")).toBe(read("images/dance.png"));
    expect(existsSync(join(folder, "out/images/none.png"))).toBe(false);
  });

  it("never stands in for what is printed, or outside the output", () => {
    expect(read("honey.html")).toContain("Sweet.");
    expect(read("index.html")).toContain("Small.");
    expect(read("images/dance.svg")).toMatch(/^<svg/);
    expect(read("de/images/dance.png")).not.toBe(read("images/dance.png"));
    for (const file of ["escaped.html", "escaped.png"]) expect(existsSync(join(folder, file))).toBe(false);
    const slips = outcome.problems.filter(({ place }) => place.file.endsWith("addresses.yaml"));
    expect(slips.map(({ place }) => place.line)).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
  });
});

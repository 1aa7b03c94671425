// Another team's site: other sections, another language, not a word of what this repository's own site is about.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/build.ts";
import type { Outcome } from "../../src/microsite.ts";
import { LAYOUTS, PROJECT } from "../../src/project.ts";

let outcome: Outcome;
let html: string;
beforeAll(async () => {
  outcome = await run({ folder: join(PROJECT, "tests/fixtures/other-team"), mode: "build" });
  html = outcome.pages[0]?.html ?? "";
});

describe("the site of another team", () => {
  it("is printed without a problem", () => {
    expect(outcome.problems).toEqual([]);
    expect(outcome.document.pages.map(({ path }) => path)).toEqual(["index.html", "aufbau.html"]);
  });

  it("speaks its own language, and only that", () => {
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain("Zum Text springen");
    expect(html).toContain("Stand 1. März 2026");
    expect(html).toContain('aria-label="Link zu: Größe &amp; Maß"');
    expect(html).not.toMatch(/Skip to|Contents|GitOps|Flux/);
  });

  it("has its sections in its order, by the ids of its files", () => {
    expect(
      html.match(/<section[^>]*aria-labelledby="(\w+)"/g)?.map((tag) => /"(\w+)"$/.exec(tag)?.[1]),
    ).toEqual(["willkommen", "ordnung", "geraete", "lesen", "leute"]);
    expect(html).toContain('<h1 id="willkommen">');
    expect(html).toContain('<h2 id="ordnung">');
    expect(html).toContain('<span class="alias" id="regeln"></span>');
  });

  it("has ids and links in its letters", () => {
    expect(html).toContain('<h3 id="größe--maß">');
    expect(html).toContain('href="aufbau.html#f%C3%BC%C3%9Fe"');
    expect(html).toContain('<tr role="row" id="bandsäge">');
    expect(outcome.pages[1]?.html).toContain('href="index.html#plaene"');
  });

  it("shows notes, quotations, footnotes, figures, code and tables", () => {
    expect(html).toContain('<p class="note__label">Warnung</p>');
    expect(html).toMatch(/<figcaption>— Öznur Linde, <a href="https:\/\/example\.org\/anschlag">/);
    expect(html).toContain('id="fn-ordnung-1"');
    expect(html).toMatch(
      /<figure class="figure">\s*<picture><img src="images\/bank-[0-9a-f]{8}-180\.svg" alt="Eine Bank/,
    );
    expect(html).toContain("<figcaption>Die Bank, 1 : 20</figcaption>");
    expect(html).toContain('<span class="code__name">');
    expect(html).toContain('<td class="align-right">2 m</td>');
    expect(html).not.toContain("style=");
  });

  it("counts visits with its own counter, but not in the preview", async () => {
    expect(html).toContain('src="https://zaehler.example.org/zaehler.js" data-site="werkstatt"');
    const preview = await run({ folder: join(PROJECT, "tests/fixtures/other-team"), mode: "preview" });
    expect(preview.pages[0]?.html).not.toContain("zaehler.example.org");
  });
});

it("each language of the interface has the same words", () => {
  const files = readdirSync(join(LAYOUTS, "words"));
  expect(files).toContain("de.yaml");
  // Not through `readWords`, which fills in English where a language lacks a word.
  const read = (file: string): Record<string, string> =>
    parse(readFileSync(join(LAYOUTS, "words", file), "utf8"));
  const english = read("en.yaml");
  for (const file of files) {
    const words = read(file);
    expect(Object.keys(words), file).toEqual(Object.keys(english));
    for (const [key, word] of Object.entries(words)) {
      expect(word, `${key} in ${file}`).not.toBe("");
      expect(word.includes("{}"), `${key} in ${file}`).toBe(english[key]?.includes("{}"));
    }
  }
});

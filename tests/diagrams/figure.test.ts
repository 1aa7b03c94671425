import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { differences, drawComparison, drawFigure } from "../../src/diagrams/figure.ts";
import { starterOf } from "../../src/diagrams/words.ts";
import { LAYOUTS } from "../../src/project.ts";
import { draw, FIXTURES, flowNames, IMAGES, wordsIn } from "./drawn.ts";

const en = wordsIn("en");
const de = wordsIn("de");

/** All characters that a reader could see or hear, without markup. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "\n").replace(/\n+/g, "\n");
}

describe("a figure", () => {
  it("says who starts each step, and from which side of which boundary", async () => {
    const { flow } = await draw(FIXTURES, "nested", ["en"]);
    expect(flow.steps.map((step) => starterOf(flow, step, "en", en))).toEqual([
      "started by: Outside, from outside “Company”",
      "started by: Gate, from outside “Room <b>&\"'”",
      "started by: Gate, from outside “Room <b>&\"'”",
      "started by: Key, optional",
      "started by: Gate, from inside “Company”",
    ]);
  });

  it("says so in the reader's language", async () => {
    const { flow } = await draw(IMAGES, "pull", ["en", "de"]);
    const fetch = flow.steps[6];
    if (fetch === undefined) throw new Error("The seventh step is missing");
    expect(fetch.text.en).toBe("The operator fetches the environment repository");
    expect(starterOf(flow, fetch, "en", en)).toBe(
      "started by: Operator, from inside “Environment”, again and again",
    );
    expect(starterOf(flow, fetch, "de", de)).toBe("Anstoß: Operator, aus „Umgebung“ heraus, immer wieder");
  });

  it("has a name, a list of all its steps, and its caption as it is given", async () => {
    const drawn = await draw(FIXTURES, "two", ["en"]);
    const html = drawFigure(drawn, "en", {
      alternative: "Two & two",
      caption: "One <em>caption</em>",
      words: en,
    });
    expect(html).toContain('role="img" aria-label="Two &amp; two"');
    expect(html).toContain("<figcaption>One <em>caption</em></figcaption>");
    expect(html.match(/<li /g)).toHaveLength(2);
    expect(html).toContain("The receiver fetches</span> <span");
    expect(html).not.toMatch(/ (style|id)=/);
  });

  it("takes its title where it is given no words", async () => {
    const html = drawFigure(await draw(FIXTURES, "two", ["en"]), "en", { words: en });
    expect(html).toContain("<figcaption>Two</figcaption>");
    expect(html).toContain('aria-label="Two"');
  });

  it("lets no word of a file become markup", async () => {
    const drawn = await draw(FIXTURES, "escape", ["en"]);
    const alternative = '"><script>alert(4)</script>';
    const html = [
      drawFigure(drawn, "en", { alternative, words: en }),
      drawComparison([drawn, drawn], "en", { words: en }),
    ].join("");
    const names = new Set([...html.matchAll(/<\/?([^\s/>]+)/g)].map(([, name]) => name));
    expect([...names].sort()).toEqual(
      "circle details div figcaption figure g li ol p path rect span summary svg text".split(" "),
    );
    expect(html).not.toMatch(/<[^>]* on\w+=/);
    expect(plain(html)).toContain("&lt;/li&gt;&lt;/ol&gt;&lt;script&gt;alert(3)&lt;/script&gt;");
  });

  it("costs few bytes", async () => {
    for (const name of flowNames(IMAGES)) {
      const html = drawFigure(await draw(IMAGES, name, ["en", "de"]), "de", { words: de });
      expect(brotliCompressSync(html).length, name).toBeLessThan(1850);
    }
  });
});

describe("a comparison", () => {
  it("marks what only one of two flows has", async () => {
    const [push, pull] = [await draw(IMAGES, "push", ["en", "de"]), await draw(IMAGES, "pull", ["en", "de"])];
    expect([...differences(push.flow, pull.flow).actors]).toEqual(["deploy"]);
    expect([...differences(pull.flow, push.flow).actors]).toEqual(["operator"]);
    expect([...differences(push.flow, pull.flow).steps]).toEqual([6, 7, 8]);
    expect([...differences(pull.flow, push.flow).steps]).toEqual([6, 7, 9]);
    const html = drawComparison([push, pull], "en", { words: en });
    expect(html.match(/flow__actor--only/g)).toHaveLength(2);
    expect(html.match(/>only here</g)).toHaveLength(6);
  });

  it("takes a step that someone else starts for another one", async () => {
    const { flow } = await draw(FIXTURES, "two", ["en"]);
    const steps = flow.steps.map((step) => ({ ...step, starter: "sender" as const }));
    expect([...differences(flow, { ...flow, steps }).steps]).toEqual([1]);
  });
});

describe("the script", () => {
  it("costs under 1 KB for all flows together", () => {
    const script = readFileSync(join(LAYOUTS, "scripts/flows.js"), "utf8");
    const lines = script.split("\n").map((line) => line.trim());
    const printed = lines.filter((line) => line !== "" && !line.startsWith("//")).join("\n");
    expect(brotliCompressSync(printed).length).toBeLessThan(1000);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLetters } from "../../src/diagrams/letters.ts";
import { findMissingSigns, USUAL_SIGNS } from "../../src/diagrams/missing-signs.ts";
import { drawCard } from "../../src/identity/draw-card.ts";
import { LAYOUTS } from "../../src/project.ts";
import { draw, IMAGES } from "../diagrams/drawn.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

const styles = readFileSync(join(LAYOUTS, "styles/tokens.css"), "utf8");
const WORDS = { language: "en", title: "Bees & <hives>", description: "How a hive works" };

describe("a card", () => {
  it("is one picture of the size that other sites take, without a letter of the machine's fonts", async () => {
    const svg = await drawCard(WORDS, await draw(IMAGES, "push", ["en", "de"]), styles);
    expect(svg).toContain('width="1200" height="630"');
    expect(svg).toContain("<title>Bees &amp; &lt;hives&gt;</title>");
    expect(svg).not.toMatch(/<text|font-family/);
    expect(svg).toContain("flow__step");
  });

  it("has words alone where the site shows no flow", async () => {
    expect(await drawCard(WORDS, undefined, styles)).not.toContain('flow__step"');
  });

  it("keeps words of any length on it", async () => {
    const long = "Donaudampfschifffahrtsgesellschaft ".repeat(20);
    const svg = await drawCard({ ...WORDS, title: long, description: long }, undefined, styles);
    const places = [...svg.matchAll(/class="words" transform="translate\(([\d.]+) ([\d.]+)\)"/g)];
    expect(places.length).toBeGreaterThan(100);
    expect(Math.max(...places.map(([, x]) => Number(x)))).toBeLessThan(1200 - 72);
    expect(Math.max(...places.map(([, , y]) => Number(y)))).toBeLessThan(630);
  });
});

describe("signs that no letter is there for", () => {
  it.each([
    ["GitOps – “what” it is… für alle", ""],
    ["Łódź, čeština", ""],
    ["蜂 and 蜂蜜", "蜂蜜"],
  ])("are found in %s", async (text, missing) => {
    expect((await findMissingSigns(text)).join("")).toBe(missing);
  });

  it("are none of those that are taken for granted", async () => {
    const letters = await openLetters(800);
    const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code));
    const usual = signs.filter((sign) => USUAL_SIGNS.test(sign));
    expect(usual.length).toBeGreaterThan(190);
    expect(usual.filter((sign) => !letters.has(sign))).toEqual([]);
  });
});

describe("what a built site is known by", () => {
  let output: string;
  let site: string;
  beforeAll(async () => {
    const folder = await emptyFolder(afterAll);
    [site, output] = [join(folder, "site"), join(folder, "out")];
    await writeFiles(site, SMALL_SITE);
    expect((await broadsheet(["build", site, "-o", output])).status).toBe(0);
  });

  it.each([
    ["card.png", 1200, 630],
    ["apple-touch-icon.png", 180, 180],
    ["icon-192.png", 192, 192],
    ["icon-512.png", 512, 512],
    ["icon-maskable-512.png", 512, 512],
  ])("has %s", async (name, width, height) => {
    expect(await sharp(join(output, name)).metadata()).toMatchObject({ format: "png", width, height });
  });

  it("has an icon of old that holds a PNG of 32 pixels", async () => {
    const ico = readFileSync(join(output, "favicon.ico"));
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico.readUInt32LE(18)]).toEqual([1, 1, 32, 22]);
    expect(ico.length).toBe(22 + ico.readUInt32LE(14));
    expect(await sharp(ico.subarray(22)).metadata()).toMatchObject({ format: "png", width: 32 });
  });

  it("shows nothing through where a launcher cuts an icon", async () => {
    expect((await sharp(join(output, "icon-maskable-512.png")).stats()).isOpaque).toBe(true);
    expect((await sharp(join(output, "icon-512.png")).stats()).isOpaque).toBe(false);
  });

  it("takes the mark that the site keeps", async () => {
    const own = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
    await writeFiles(site, { ...SMALL_SITE, "images/icon.svg": own });
    const before = await readTree(output);
    expect((await broadsheet(["build", site, "-o", `${output}-own`])).status).toBe(0);
    const after = await readTree(`${output}-own`);
    expect(readFileSync(join(`${output}-own`, "icon.svg"), "utf8")).toBe(own);
    expect(after["card.png"]).toBe(before["card.png"]);
    for (const name of ["favicon.ico", "icon-192.png"]) expect(after[name]).not.toBe(before[name]);
    expect(readdirSync(`${output}-own`)).not.toContain("images/icon.svg");
  });
});

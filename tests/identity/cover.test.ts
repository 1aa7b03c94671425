import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawCover, makeCover } from "../../src/identity/cover.ts";
import { LAYOUTS } from "../../src/project.ts";

const styles = readFileSync(join(LAYOUTS, "styles/tokens.css"), "utf8");
const WORDS = { title: "Bees & <hives>", description: "How a hive works", authors: ["Maya", "Willi"] };

/** How many signs are set on a cover. */
async function signsOn(words: Partial<typeof WORDS>): Promise<number> {
  return (await drawCover({ ...WORDS, ...words }, styles)).split('class="words"').length - 1;
}

describe("the cover of a book", () => {
  it("is one picture, higher than wide, with the same bytes each time", async () => {
    const [first, second] = [await makeCover(WORDS, styles), await makeCover(WORDS, styles)];
    expect(await sharp(first).metadata()).toMatchObject({ format: "png", width: 1600, height: 2560 });
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  it("names those who wrote it, without a letter of the machine's fonts", async () => {
    const svg = await drawCover(WORDS, styles);
    expect(svg).not.toMatch(/<text|font-family/);
    expect((await signsOn({})) - (await signsOn({ authors: [] }))).toBe("Maya,Willi".length);
  });

  it("keeps words of any length on it", async () => {
    const long = "Donaudampfschifffahrtsgesellschaft ".repeat(20);
    const svg = await drawCover({ title: long, description: long, authors: [long, long] }, styles);
    const places = [...svg.matchAll(/class="words" transform="translate\(([\d.]+) ([\d.]+)\)"/g)];
    expect(places.length).toBeGreaterThan(200);
    expect(Math.max(...places.map(([, x]) => Number(x)))).toBeLessThan(600 - 48);
    expect(Math.max(...places.map(([, , y]) => Number(y)))).toBeLessThan(960);
  });

  it("is left out where letters of its title are missing, and its authors where theirs are", async () => {
    expect(await makeCover({ ...WORDS, title: "דבורים" }, styles)).toBeUndefined();
    const without = await makeCover({ ...WORDS, authors: [] }, styles);
    expect(await makeCover({ ...WORDS, authors: ["Maya", "蜂"] }, styles)).toEqual(without);
  });
});

import { readFile, stat } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import type { Picture, PictureFault, Variant } from "../../src/model.ts";
import { animation, drawing, makeWorkshop, photo } from "./originals.ts";

function shown(picture: Picture | PictureFault): Picture {
  if (picture.kind !== "picture") throw new Error(`Cannot show the picture: ${JSON.stringify(picture)}`);
  return picture;
}

const variantsOf = (picture: Picture | PictureFault): readonly Variant[] =>
  shown(picture).sources.flatMap(({ variants }) => variants);

const typesOf = (picture: Picture | PictureFault) => shown(picture).sources.map(({ type }) => type);

describe("a picture", () => {
  test("has a file for each variant, as wide, high and large as it says", async () => {
    const { put, open, cache } = await makeWorkshop();
    await put("wide.jpg", await photo(1000, 500).jpeg().toBuffer());
    const picture = shown(await open().read("wide.jpg"));
    expect(picture).toMatchObject({ original: "wide.jpg", width: 1000, height: 500 });
    expect(typesOf(picture)).toEqual(["image/avif", "image/webp", "image/jpeg"]);
    for (const { type, variants } of picture.sources) {
      expect(variants.map(({ width, height }) => [width, height])).toEqual([
        [378, 189],
        [756, 378],
        [1000, 500],
      ]);
      for (const { cached, path, bytes, width, height } of variants) {
        expect(cached.startsWith(cache)).toBe(true);
        expect(path).toMatch(new RegExp(`^images/wide-[0-9a-f]{8}-${width}\\.(avif|webp|jpg)$`));
        const { format, mediaType: _, ...header } = await sharp(cached).metadata();
        expect(header).toMatchObject({ width, height });
        expect(format === "heif" ? "image/avif" : `image/${format}`).toBe(type);
        expect((await stat(cached)).size).toBe(bytes);
      }
    }
  });

  test("stands upright as its orientation says, without its metadata", async () => {
    const { put, open } = await makeWorkshop();
    const halves = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#f00" } })
      .composite([
        { input: { create: { width: 200, height: 200, channels: 3, background: "#00f" } }, left: 0, top: 0 },
      ])
      .jpeg()
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: "Nobody" } } })
      .toBuffer();
    await put("turned.jpg", halves);
    const picture = shown(await open().read("turned.jpg"));
    expect(picture).toMatchObject({ width: 200, height: 400 });
    for (const { cached, width, height } of variantsOf(picture)) {
      expect([width, height]).toEqual([200, 400]);
      const { exif, icc, xmp, orientation } = await sharp(cached).metadata();
      expect({ exif, icc, xmp, orientation }).toEqual({});
      const { data } = await sharp(cached).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      // The left half, blue, is turned to the top.
      expect([...data.subarray(0, 3)].map((value) => Math.round(value / 255))).toEqual([0, 0, 1]);
    }
  });

  test.each([
    ["another colour space", (image: Sharp) => image.withIccProfile("p3")],
    ["sixteen bits", (image: Sharp) => image.toColourspace("rgb16")],
    [
      "sixteen bits and another colour space",
      (image: Sharp) => image.withIccProfile("p3").toColourspace("rgb16"),
    ],
  ])("in %s keeps its colours", async (_, convert) => {
    const { put, open } = await makeWorkshop();
    const colour = { create: { width: 64, height: 64, channels: 3, background: "#c04020" } } as const;
    await put("colour.png", await convert(sharp(colour)).png().toBuffer());
    for (const { cached } of variantsOf(await open().read("colour.png"))) {
      const [red = 0, green = 0, blue = 0] = await sharp(cached).raw().toBuffer();
      expect(Math.max(Math.abs(red - 0xc0), Math.abs(green - 0x40), Math.abs(blue - 0x20))).toBeLessThan(6);
    }
  });

  test("of flat areas has no format that is larger than PNG or lossless WebP", async () => {
    const { put, open } = await makeWorkshop();
    await put("screen.png", await drawing(1200, 700).png().toBuffer());
    const picture = await open().read("screen.png");
    expect(typesOf(picture)).toEqual(["image/webp", "image/png"]);
    const [webp] = shown(picture).sources;
    const pixels = (from: string) => sharp(from).removeAlpha().raw().toBuffer();
    const cached = webp?.variants.at(-1)?.cached ?? "";
    expect((await pixels(cached)).equals(await drawing(1200, 700).removeAlpha().raw().toBuffer())).toBe(true);
  });

  test("with alpha keeps it in every format", async () => {
    const { put, open } = await makeWorkshop();
    const noise = await photo(500, 400).ensureAlpha(0.5).webp({ quality: 95 }).toBuffer();
    await put("veil.webp", noise);
    const picture = await open().read("veil.webp");
    expect(typesOf(picture)).toEqual(["image/avif", "image/webp", "image/png"]);
    for (const { cached } of variantsOf(picture)) expect((await sharp(cached).stats()).isOpaque).toBe(false);
  });

  test("that moves keeps its frames, their time and its own bytes", async () => {
    const { put, open } = await makeWorkshop();
    const gif = await animation();
    await put("moving.gif", gif);
    const picture = await open().read("moving.gif");
    const last = shown(picture).sources.at(-1);
    expect(last?.type).toBe("image/gif");
    expect((await readFile(last?.variants[0]?.cached ?? "")).equals(gif)).toBe(true);
    for (const { cached, width, height } of variantsOf(picture)) {
      const { pages, delay, loop } = await sharp(cached, { animated: true }).metadata();
      expect({ pages, delay, loop, width, height }).toEqual({
        pages: 3,
        delay: [100, 200, 300],
        loop: 2,
        width: 60,
        height: 40,
      });
    }
  });

  test("in SVG is passed through with the size that it gives itself", async () => {
    const { put, open } = await makeWorkshop();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><path d="M0 0h9v9z"/></svg>';
    await put("drawn.svg", svg);
    const picture = await open().read("drawn.svg");
    expect(picture).toMatchObject({ width: 300, height: 120, sources: [{ type: "image/svg+xml" }] });
    const [variant, ...others] = variantsOf(picture);
    expect(others).toEqual([]);
    expect(await readFile(variant?.cached ?? "", "utf8")).toBe(svg);
  });

  test("that is shown small is small", async () => {
    const { put, open } = await makeWorkshop();
    await put("portrait.png", await photo(640, 640).png().toBuffer());
    const picture = await open().read("portrait.png", { displayWidth: 96 });
    expect(new Set(variantsOf(picture).map(({ width }) => width))).toEqual(new Set([96, 192]));
  });

  test("has a path without characters that an address escapes", async () => {
    const { put, open } = await makeWorkshop();
    await put("Über uns, 50 %.png", await photo(20, 20).png().toBuffer());
    for (const { path } of variantsOf(await open().read("Über uns, 50 %.png"))) {
      expect(path).toMatch(/^images\/Uber-uns-50--[0-9a-f]{8}-20\.\w+$/);
    }
  });
});

import { describe, expect, test } from "vitest";
import {
  type Encoding,
  encodingsThatPay,
  type Facts,
  type Format,
  planVariants,
} from "../../src/images/plan.ts";

const photo: Facts = { format: "jpeg", width: 4000, height: 3000, frames: 1, alpha: false, palette: false };
const names = (encodings: readonly Encoding[]) =>
  encodings.map(({ format, manner }) => `${format} ${manner}`);

describe("planVariants gives widths", () => {
  test.each<[string, number, number | undefined, readonly number[]]>([
    ["of half to twice the measure", 4000, undefined, [378, 756, 1134, 1512]],
    ["of half to twice the measure for an original just as wide", 1512, undefined, [378, 756, 1134, 1512]],
    ["up to the original's", 1400, undefined, [378, 756, 1134, 1400]],
    ["without a step close to the widest", 800, undefined, [378, 800]],
    ["of a small original as it is", 300, undefined, [300]],
    ["of one pixel", 1, undefined, [1]],
    ["once and twice for a portrait", 640, 96, [96, 192]],
    ["for a portrait no wider than its original", 150, 96, [96, 150]],
    ["for a portrait narrower than it is shown", 80, 96, [80]],
    ["in whole pixels", 4000, 333, [333, 500, 666]],
  ])("%s", (_, width, displayWidth, expected) => {
    expect(planVariants({ ...photo, width }, displayWidth).widths).toEqual(expected);
  });
});

describe("planVariants gives formats", () => {
  test.each<[string, Partial<Facts>, readonly string[]]>([
    ["of a photo", {}, ["avif lossy", "webp lossy", "jpeg lossy"]],
    ["of a PNG", { format: "png" }, ["avif lossy", "webp lossy", "webp lossless", "png lossless"]],
    [
      "of a PNG with a palette",
      { format: "png", palette: true },
      ["avif lossy", "webp lossy", "webp lossless", "png palette"],
    ],
    ["of a WebP", { format: "webp" }, ["avif lossy", "webp lossy", "jpeg lossy"]],
    ["of a WebP with alpha", { format: "webp", alpha: true }, ["avif lossy", "webp lossy", "png lossless"]],
    ["of an AVIF", { format: "avif" }, ["avif lossy", "webp lossy", "jpeg lossy"]],
    ["of a still GIF", { format: "gif" }, ["avif lossy", "webp lossy", "webp lossless", "gif palette"]],
    ["of an animated GIF", { format: "gif", frames: 9 }, ["webp lossy", "webp lossless", "gif untouched"]],
    ["of an animated GIF too tall for WebP", { format: "gif", frames: 2, height: 20_000 }, ["gif untouched"]],
    ["of an animated WebP", { format: "webp", frames: 9 }, ["webp untouched"]],
    ["of an SVG", { format: "svg" }, ["svg untouched"]],
    ["of a photo too tall for AVIF and WebP", { width: 1000, height: 17_000 }, ["jpeg lossy"]],
    [
      "of a photo that is too tall before it is scaled",
      { width: 4000, height: 20_000 },
      ["avif lossy", "webp lossy", "jpeg lossy"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(names(planVariants({ ...photo, ...facts }).encodings)).toEqual(expected);
  });

  test("at one width for what is not resized", () => {
    expect(planVariants({ ...photo, format: "svg" }).widths).toEqual([4000]);
    expect(planVariants({ ...photo, format: "gif", frames: 2 }).widths).toEqual([4000]);
  });
});

describe("encodingsThatPay", () => {
  test.each<[string, readonly [Format, number][], readonly [Format, number][]]>([
    [
      "keeps what is smaller",
      [
        ["avif", 50],
        ["webp", 70],
        ["jpeg", 100],
      ],
      [
        ["avif", 50],
        ["webp", 70],
        ["jpeg", 100],
      ],
    ],
    [
      "drops the best that is no smaller",
      [
        ["avif", 70],
        ["webp", 70],
        ["jpeg", 100],
      ],
      [
        ["webp", 70],
        ["jpeg", 100],
      ],
    ],
    [
      "drops the middle one",
      [
        ["avif", 50],
        ["webp", 120],
        ["jpeg", 100],
      ],
      [
        ["avif", 50],
        ["jpeg", 100],
      ],
    ],
    [
      "compares with the next that is kept",
      [
        ["avif", 98],
        ["webp", 120],
        ["jpeg", 100],
      ],
      [["jpeg", 100]],
    ],
    [
      "keeps what is 5 % smaller",
      [
        ["webp", 95],
        ["jpeg", 100],
      ],
      [
        ["webp", 95],
        ["jpeg", 100],
      ],
    ],
    [
      "drops what is less than 5 % smaller",
      [
        ["webp", 96],
        ["jpeg", 100],
      ],
      [["jpeg", 100]],
    ],
    [
      "keeps the last however large",
      [
        ["avif", 900],
        ["png", 1000],
      ],
      [
        ["avif", 900],
        ["png", 1000],
      ],
    ],
    [
      "keeps the smaller of one format",
      [
        ["avif", 50],
        ["webp", 70],
        ["webp", 300],
        ["png", 900],
      ],
      [
        ["avif", 50],
        ["webp", 70],
        ["png", 900],
      ],
    ],
    [
      "prefers lossless where it is smaller",
      [
        ["avif", 50],
        ["webp", 99],
        ["webp", 30],
        ["png", 90],
      ],
      [
        ["webp", 30],
        ["png", 90],
      ],
    ],
    ["leaves a single one", [["svg", 1]], [["svg", 1]]],
  ])("%s", (_, sizes, expected) => {
    const tried = sizes.map(([format, bytes]) => ({ encoding: { format, manner: "lossy" } as const, bytes }));
    expect(encodingsThatPay(tried).map(({ encoding, bytes }) => [encoding.format, bytes])).toEqual(expected);
  });
});

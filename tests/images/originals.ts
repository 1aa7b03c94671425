import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { onTestFinished } from "vitest";
import { openPictures, type PictureOptions, type Pictures } from "../../src/images/pictures.ts";

export interface Workshop {
  readonly folder: string;
  readonly cache: string;
  readonly output: string;
  open(options?: Partial<PictureOptions>): Pictures;
  /** Puts an original into the site's folder. */
  put(file: string, content: string | Buffer): Promise<void>;
}

/** A site's folder, a cache and an output folder, gone when the test is over. */
export async function makeWorkshop(): Promise<Workshop> {
  const root = await mkdtemp(join(tmpdir(), "pictures-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [folder, cache, output] = [join(root, "site"), join(root, "cache"), join(root, "output")];
  await mkdir(folder);
  return {
    folder,
    cache,
    output,
    open: (options) => openPictures({ folder, cache, ...options }),
    put: (file, content) => writeFile(join(folder, file), content),
  };
}

/** Noise, blurred as in a photo out of focus, over a base colour. */
export function photo(width: number, height: number, background = "#806040"): Sharp {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  return sharp({ create: { width, height, channels: 3, background, noise } }).blur(2);
}

/** Flat areas and letters in few colours, as in a screenshot. */
export function drawing(width: number, height: number): Sharp {
  const lines = Array.from({ length: 12 }, (_, row) => {
    const top = (row * height) / 12;
    return `<rect x="${row * 7}" y="${top}" width="${width / 3}" height="${height / 30}" fill="#${row % 2 ? "a33" : "227"}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: "#fff" });
}

/** Three frames of one colour each. */
export async function animation(): Promise<Buffer> {
  const frames = ["#f00", "#0f0", "#00f"].map((background) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .gif({ delay: [100, 200, 300], loop: 2 })
    .toBuffer();
}

/** A PNG whose header promises more than the file holds. */
export function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", Buffer.alloc(16)), chunk("IEND")]);
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

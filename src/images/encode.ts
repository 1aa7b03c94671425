// The only importer of sharp. Loading it takes 0.15 s and 27 MB, so this file is imported when a picture is not in
// the cache yet, and not before.

import { availableParallelism } from "node:os";
import sharp, { type Metadata, type Sharp } from "sharp";
import { limit } from "../limit.ts";
import { type Encoding, encodingsThatPay, type Facts, type Format, type Plan } from "./plan.ts";

/** Why an original cannot be decoded, in sharp's words. */
export interface Unreadable {
  readonly reason: string;
}

export interface EncodedSource {
  readonly format: Format;
  /** Narrowest first. */
  readonly variants: readonly EncodedVariant[];
}

export interface EncodedVariant {
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

/** Opens decoded pixels again and again. Frames of an animation stand one below the other. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly open: () => Sharp;
  readonly timing: { readonly delay?: number[]; readonly loop?: number };
}

// Each original is decoded once, so a cache of decoded ones only holds memory.
sharp.cache(false);

// AVIF has other bytes when more threads share a picture, and sharp's default differs between machines.
sharp.concurrency(1);

// An AVIF encoder holds 110 MB: more of them than cores take memory and save no time.
const inTurn = limit(availableParallelism());

// Our own limit is checked on the header; sharp's would come first, with a message of its own.
const reading = { failOn: "error", limitInputPixels: false } as const;

/** Reads the header only. */
export async function readFacts(original: Buffer): Promise<Facts | Unreadable> {
  try {
    const header = await sharp(original, reading).metadata();
    const format = readFormat(header);
    if (format === undefined) return { reason: `It holds the format "${header.format}"` };
    const { width, height } = header.autoOrient;
    const frames = header.pages ?? 1;
    return { format, width, height, frames, alpha: header.hasAlpha, palette: header.isPalette };
  } catch (error) {
    return { reason: shorten(error) };
  }
}

function readFormat(header: Metadata): Format | undefined {
  switch (header.format) {
    case "png":
    case "jpeg":
    case "webp":
    case "gif":
    case "svg":
      return header.format;
    case "heif":
      return header.compression === "av1" ? "avif" : undefined;
    default:
      return undefined;
  }
}

/** Encodes the widest variant in every format first: a format that does not pay there costs nothing more. */
export async function encodeSources(
  original: Buffer,
  facts: Facts,
  plan: Plan,
): Promise<readonly EncodedSource[] | Unreadable> {
  const widest = await decode(original, facts, plan.widths.at(-1) ?? facts.width);
  if ("reason" in widest) return widest;
  const tried = await Promise.all(
    plan.encodings.map(async (encoding) => {
      const variant = await encode(widest, encoding, original);
      return { encoding, variant, bytes: variant.content.length };
    }),
  );
  const paying = encodingsThatPay(tried);
  const narrower = await Promise.all(
    plan.widths.slice(0, -1).map(async (width) => {
      const pixels = await readPixels(widest.open().resize({ width }));
      return Promise.all(paying.map(({ encoding }) => encode(pixels, encoding, original)));
    }),
  );
  return paying.map(({ encoding, variant }, place) => ({
    format: encoding.format,
    variants: [...narrower.flatMap((variants) => variants[place] ?? []), variant],
  }));
}

/** Decodes once, to the size of the widest variant, from which all narrower ones are made. */
async function decode(original: Buffer, facts: Facts, width: number): Promise<Pixels | Unreadable> {
  try {
    if (facts.format === "svg") return { ...facts, open: () => sharp(original), timing: {} };
    if (facts.frames === 1)
      return await readPixels((await openStill(original)).autoOrient().resize({ width }));
    const image = sharp(original, { ...reading, animated: true });
    const { delay, loop } = await image.metadata();
    const timing = { ...(delay && { delay }), ...(loop !== undefined && { loop }) };
    return await readPixels(image, facts.height, timing);
  } catch (error) {
    return { reason: shorten(error) };
  }
}

/** With sixteen bits a channel, sharp converts a colour profile to Display P3 unless it is told otherwise. */
async function openStill(original: Buffer): Promise<Sharp> {
  const image = sharp(original, reading);
  const { space } = await image.metadata();
  return space === "rgb16" ? image.pipelineColourspace("srgb") : image;
}

/** In sRGB, eight bits a channel, without metadata: what sharp gives unless asked otherwise. */
async function readPixels(
  image: Sharp,
  frameHeight?: number,
  timing: Pixels["timing"] = {},
): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = { width, height, channels, ...(frameHeight !== undefined && { pageHeight: frameHeight }) };
  const open = () => sharp(data, { raw, animated: frameHeight !== undefined });
  return { width, height: frameHeight ?? height, open, timing };
}

async function encode(pixels: Pixels, encoding: Encoding, original: Buffer): Promise<EncodedVariant> {
  const { width, height, open, timing } = pixels;
  if (encoding.manner === "untouched") return { width, height, content: original };
  const content = await inTurn(() => inFormat(open(), encoding, timing).toBuffer());
  return { width, height, content };
}

function inFormat(image: Sharp, { format, manner }: Encoding, timing: Pixels["timing"]): Sharp {
  switch (format) {
    case "avif":
      // Effort 2, 4, 6 on a photo 1512 wide: 0.3 s, 2.3 s, 4.8 s for 34, 27, 27 kB. WebP has 50 kB, in 0.1 s.
      return image.avif({ quality: 50, effort: 2 });
    case "webp":
      return image.webp({ quality: 80, lossless: manner === "lossless", ...timing });
    case "png":
      return image.png({ compressionLevel: 9, palette: manner === "palette" });
    case "jpeg":
      return image.jpeg({ quality: 80, mozjpeg: true });
    case "gif":
      return image.gif();
    case "svg":
      throw new Error("Cannot encode pixels as SVG");
  }
}

/** The first line of sharp's message: `Input buffer contains unsupported image format` */
function shorten(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

// A drawing has few colours: as for a photo it takes 0.22 s and 99 kB, so 0.08 s and 101 kB.
const DRAWN = { palette: true, dither: 0, effort: 1, compressionLevel: 6 };

/** The first frame of an animation as a PNG, for those who show no newer format. */
export async function renderStill(animation: Buffer): Promise<Buffer> {
  return sharp(animation, reading).png({ compressionLevel: 9 }).toBuffer();
}

/** A drawing as a PNG of a width in pixels. Its words must be outlines: fonts differ between machines. */
export async function renderPng(svg: string, width: number): Promise<Buffer> {
  return (await openDrawing(svg, width)).resize({ width }).png(DRAWN).toBuffer();
}

/** A drawing in the middle of a square, with a margin around it, on a ground where one is given. */
export async function renderSquare(
  svg: string,
  size: number,
  { margin = 0, ground }: { readonly margin?: number; readonly ground?: string } = {},
): Promise<Buffer> {
  const background = ground ?? "#00000000";
  const inner = size - 2 * margin;
  const image = (await openDrawing(svg, inner))
    .resize({ width: inner, height: inner, fit: "contain", background })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background });
  return (ground === undefined ? image : image.flatten({ background })).png(DRAWN).toBuffer();
}

/** Drawn at the width in pixels, not drawn small and then stretched. */
async function openDrawing(svg: string, width: number): Promise<Sharp> {
  const drawing = Buffer.from(svg);
  const { width: drawn } = await sharp(drawing).metadata();
  return sharp(drawing, { density: (72 * width) / drawn });
}

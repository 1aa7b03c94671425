// Which variants an original gets, decided from facts alone; encode.ts carries it out.

export type Format = "avif" | "webp" | "png" | "jpeg" | "gif" | "svg";

/** What the header of an original says. */
export interface Facts {
  readonly format: Format;
  /** As shown, after the photo's orientation. */
  readonly width: number;
  readonly height: number;
  /** More than one is an animation. */
  readonly frames: number;
  readonly alpha: boolean;
  readonly palette: boolean;
}

export interface Encoding {
  readonly format: Format;
  /** `untouched` is the original's own bytes. */
  readonly manner: "lossy" | "lossless" | "palette" | "untouched";
}

export interface Plan {
  /** Best first, the one that every browser shows last. */
  readonly encodings: readonly Encoding[];
  /** Narrowest first. */
  readonly widths: readonly number[];
}

/** How wide a picture stands in the text, in CSS pixels: a measure of 42rem and its padding. */
export const measure = 756;

/** A photo of 1600 pixels at the default width: AVIF, WebP and JPEG, each 378, 756, 1134 and 1512 wide. */
export function planVariants(facts: Facts, displayWidth: number = measure): Plan {
  const whole = [facts.width];
  if (facts.format === "svg") return { encodings: [untouched("svg")], widths: whole };
  if (facts.frames > 1) return { encodings: planAnimation(facts), widths: whole };
  const widths = planWidths(facts.width, displayWidth);
  const scale = (widths.at(-1) ?? facts.width) / facts.width;
  const encodings = planStill(facts).filter((encoding) => facts.height * scale <= tallest(encoding.format));
  return { encodings, widths };
}

/** Half, once, one and a half and twice the display width, never wider than the original. */
function planWidths(original: number, displayWidth: number): readonly number[] {
  const widest = Math.min(original, displayWidth * 2);
  const steps = [displayWidth, ...[displayWidth / 2, displayWidth * 1.5].filter((step) => step >= 320)];
  // A step close below the widest would cost a file and save a reader next to nothing.
  const lower = steps.map(Math.round).filter((step) => step <= widest * 0.9);
  return [...lower.sort((a, b) => a - b), Math.round(widest)];
}

function planStill(facts: Facts): readonly Encoding[] {
  const webp: Encoding = { format: "webp", manner: "lossy" };
  // A drawing with flat areas is a quarter as large in lossless WebP, a photo kept as PNG thirty times larger:
  // both are tried, and the smaller one stays.
  const drawn = facts.format === "png" || facts.format === "gif";
  const better: readonly Encoding[] = drawn ? [webp, { format: "webp", manner: "lossless" }] : [webp];
  return [{ format: "avif", manner: "lossy" }, ...better, fallback(facts)];
}

function fallback(facts: Facts): Encoding {
  if (facts.format === "gif") return { format: "gif", manner: "palette" };
  if (facts.format === "png") return { format: "png", manner: facts.palette ? "palette" : "lossless" };
  return facts.alpha ? { format: "png", manner: "lossless" } : { format: "jpeg", manner: "lossy" };
}

/** Frames are never resized: each size would need a palette of its own for every frame. */
function planAnimation(facts: Facts): readonly Encoding[] {
  if (facts.format !== "gif") return [untouched(facts.format)];
  const gif = untouched("gif");
  if (facts.height > tallest("webp") || facts.width > tallest("webp")) return [gif];
  return [{ format: "webp", manner: "lossy" }, { format: "webp", manner: "lossless" }, gif];
}

function untouched(format: Format): Encoding {
  return { format, manner: "untouched" };
}

/** The longest side that an encoder takes. */
function tallest(format: Format): number {
  if (format === "webp") return 16_383;
  return format === "avif" ? 16_384 : 65_535;
}

/**
 * The encodings that pay, given the bytes of each at the widest variant: one that is not 5 % smaller than the next
 * is dropped, the last is always kept, and of two with the same format the smaller one stays.
 */
export function encodingsThatPay<Tried extends { readonly encoding: Encoding; readonly bytes: number }>(
  tried: readonly Tried[],
): readonly Tried[] {
  const kept: Tried[] = [];
  for (const candidate of tried.toReversed()) {
    const next = kept[0];
    if (next !== undefined && candidate.bytes > next.bytes * 0.95) continue;
    if (next?.encoding.format === candidate.encoding.format) kept.shift();
    kept.unshift(candidate);
  }
  return kept;
}

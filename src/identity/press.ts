// How words, commits and listing paper are drawn on what stands for a site elsewhere: cards and covers.

import type { Letters } from "../diagrams/letters.ts";
import { element } from "../diagrams/markup.ts";
import type { Palette } from "../diagrams/palette.ts";
import type { Fitted } from "./fit.ts";

/** Large letters stand closer. */
export const TIGHT = 0.97;
/** Between the lines of a text, in parts of its size. */
export const LEADING = 1.3;

export function pressRules({ ink, rule, spot, paper, bar }: Palette): string {
  return [
    `.words{fill:${ink};stroke:none}`,
    `.band{fill:${ink};stroke:none}`,
    `.bar{fill:${bar};stroke:none}`,
    `.spine{stroke:${rule};stroke-width:4}`,
    `.commit{fill:${paper};stroke:${spot};stroke-width:5}`,
  ].join("");
}

export function heightOf({ lines, size }: Fitted, leading: number): number {
  return lines.length * size * leading;
}

export function commit(x: number, y: number): string {
  return element("circle", { class: "commit", cx: x, cy: Math.round(y), r: 13 });
}

/** Listing paper: a line dark, a line light. */
export function bars(
  from: number,
  { width, height, bar }: { readonly width: number; readonly height: number; readonly bar: number },
): string[] {
  const first = Math.ceil(from / bar) * bar;
  const tops = Array.from(
    { length: Math.ceil((height - first) / (2 * bar)) },
    (_, index) => first + index * 2 * bar,
  );
  return tops.map((y) => element("rect", { class: "bar", y, width, height: bar }));
}

/** Lines from where the first one stands. */
export function setLines(
  { lines, size }: Fitted,
  from: { readonly x: number; readonly y: number },
  {
    leading,
    letters,
    tight = 1,
  }: { readonly leading: number; readonly letters: Letters; readonly tight?: number },
): string {
  const signs = lines.flatMap((line, index) => {
    let x = from.x;
    return [...line].map((sign) => {
      const at = Math.round(x * 10) / 10;
      x += letters.width(sign, size) * tight;
      const y = Math.round(from.y + index * size * leading);
      return sign.trim() === ""
        ? ""
        : element("path", {
            class: "words",
            transform: `translate(${at} ${y})`,
            d: letters.outline(sign, size),
          });
    });
  });
  return signs.join("");
}

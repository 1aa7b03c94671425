import { wrap } from "../diagrams/wrap.ts";

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** How wide a text is at a size. */
export type Measure = (text: string, size: number) => number;

/** A text as large as its place allows: the first size at which it takes no more lines than that size may. */
export function fitLines(
  text: string,
  width: number,
  steps: readonly { readonly size: number; readonly most: number }[],
  measure: Measure,
): Fitted {
  let fitted: Fitted = { size: 0, lines: [] };
  for (const { size, most } of steps) {
    const lines = wrap(text, width, (part) => measure(part, size));
    fitted = { size, lines: lines.length > most ? shorten(lines, most, width, size, measure) : lines };
    if (lines.length <= most) break;
  }
  return fitted;
}

/** The first lines, the last of them with an ellipsis after its last whole word. */
function shorten(
  lines: readonly string[],
  most: number,
  width: number,
  size: number,
  measure: Measure,
): string[] {
  const words = (lines[most - 1] ?? "").split(" ");
  const cut = (): string => `${words.join(" ").replace(/[\s.,;:–—-]+$/, "")}…`;
  while (words.length > 1 && measure(cut(), size) > width) words.pop();
  return [...lines.slice(0, most - 1), cut()];
}

import type { Page } from "../model.ts";
import type { BuiltSite } from "./built-site.ts";

/** One thing that readers get, with what it may cost them. */
export interface Row {
  readonly name: string;
  /** The figure depends on how fast the machine is. */
  readonly isTimed?: boolean;
  readonly measure: (site: BuiltSite) => Promise<readonly Figure[]>;
}

export interface Figure {
  /** The page, and how it was looked at. */
  readonly of: string;
  readonly figure: string;
  readonly budget: string;
  readonly isMet: boolean;
  /** What exactly is wrong. */
  readonly faults?: readonly string[];
}

/** `figure` may be at most `budget`. */
export function atMost(of: string, figure: number, budget: number, unit = ""): Figure {
  return { of, figure: tell(figure, unit), budget: `at most ${tell(budget, unit)}`, isMet: figure <= budget };
}

export function atLeast(of: string, figure: number, budget: number, unit = ""): Figure {
  return {
    of,
    figure: tell(figure, unit),
    budget: `at least ${tell(budget, unit)}`,
    isMet: figure >= budget,
  };
}

/** Each fault is one too many. */
export function none(of: string, faults: readonly string[]): Figure {
  return { of, figure: tell(faults.length), budget: "none", isMet: faults.length === 0, faults };
}

/** Looks at one page after the other, so that they do not wait for each other's work. */
export async function eachPage(
  pages: readonly Page[],
  look: (page: Page) => Promise<Figure | readonly Figure[]>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of pages) figures.push(...[await look(page)].flat());
  return figures;
}

function tell(figure: number, unit = ""): string {
  return `${Number.isInteger(figure) ? figure.toLocaleString("en") : figure.toFixed(2)}${unit && ` ${unit}`}`;
}

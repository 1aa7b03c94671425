import type { Figure, Row } from "./row.ts";

/** How many figures are told of a row that is met. */
const MOST_FIGURES = 4;

/** How many faults of one page are told. */
const MOST_FAULTS = 5;

/** One row of the gate → its lines: a line for each figure, and below it what exactly is wrong. */
export function tellRow({ name }: Row, figures: readonly Figure[]): string {
  const wrong = figures.filter(({ isMet }) => !isMet);
  const head = `${wrong.length === 0 ? "met   " : "MISSED"}  ${name}\n`;
  if (wrong.length > 0) return head + wrong.map(tellFigure).join("");
  // Of a list of pages that all have nothing, one line is enough.
  const figured = figures.filter(({ budget }) => budget !== "none").slice(0, MOST_FIGURES);
  const rest = figures.length - figured.length;
  return `${head}${figured.map(tellFigure).join("")}${rest > 0 ? `          ${rest} more looked at\n` : ""}`;
}

function tellFigure({ of, figure, budget, isMet, faults = [] }: Figure): string {
  const line = `  ${isMet ? " " : "!"}       ${of}: ${figure} (${budget})\n`;
  const shown = isMet ? [] : faults.slice(0, MOST_FAULTS);
  const rest = isMet ? 0 : faults.length - shown.length;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return line + [...shown, ...more].map((fault) => `            ${fault}\n`).join("");
}

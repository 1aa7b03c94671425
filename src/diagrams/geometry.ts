import type { Box, PlacedStep, Point, Step } from "./flow.ts";
import { DISC, DISC_AT_HEAD, DISC_AT_TAIL, HEAD } from "./sizes.ts";

/** A straight part of a line. */
export interface Part {
  readonly a: Point;
  readonly b: Point;
}

export function partsOf(points: readonly Point[]): Part[] {
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a === undefined ? [] : [{ a, b }];
  });
}

/** The point on a line so far from its first point. */
export function along(points: readonly Point[], distance: number): Point {
  const [a = { x: 0, y: 0 }, b = a] = points;
  return { x: a.x + Math.sign(b.x - a.x) * distance, y: a.y + Math.sign(b.y - a.y) * distance };
}

/** The number stands at the end of whoever starts the step, behind the arrow head where that is the receiver. */
export function discOf(points: readonly Point[], starter: Step["starter"]): Point {
  return starter === "sender" ? along(points, DISC_AT_TAIL) : along(points.toReversed(), DISC_AT_HEAD);
}

export function headOf(points: readonly Point[]): Box {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  return boxOf([tip, along(points.toReversed(), HEAD.length)], HEAD.half);
}

export function discBox({ disc }: PlacedStep): Box {
  return { x: disc.x - DISC, y: disc.y - DISC, width: 2 * DISC, height: 2 * DISC };
}

/** Around points; `spread` across a level or an upright line only. */
function boxOf([a, b]: readonly [Point, Point], spread: number): Box {
  const level = a.y === b.y;
  const [dx, dy] = level ? [0, spread] : [spread, 0];
  return {
    x: Math.min(a.x, b.x) - dx,
    y: Math.min(a.y, b.y) - dy,
    width: Math.abs(a.x - b.x) + 2 * dx,
    height: Math.abs(a.y - b.y) + 2 * dy,
  };
}

export function partBox({ a, b }: Part, spread = 0): Box {
  return boxOf([a, b], spread);
}

/** Boxes that only touch do not overlap. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

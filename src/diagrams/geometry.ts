import type { Box, Drawing, Flow, PlacedStep, Point, Step } from "./flow.ts";
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

/** The shapes of a step, to be held against others. */
interface Marks {
  readonly disc: Box;
  readonly head: Box;
  readonly parts: readonly Part[];
}

type IsIn = (id: string, boundary: string) => boolean;

/** Whether a drawing can be read: nothing lies on anything else, and all of it lies where it belongs. */
export function isClear(drawing: Drawing, flow: Flow): boolean {
  const within = new Map([...flow.actors, ...flow.boundaries].map(({ id, within }) => [id, within]));
  const isIn: IsIn = (id, boundary) => {
    for (let at = within.get(id); at !== undefined; at = within.get(at)) if (at === boundary) return true;
    return false;
  };
  const marks = drawing.steps.map(
    (step): Marks => ({ disc: discBox(step), head: headOf(step.points), parts: partsOf(step.points) }),
  );
  return (
    areBoxesInPlace(drawing, isIn) &&
    areLabelsFree(drawing, marks, isIn) &&
    areStepsFree(drawing, marks, flow.steps)
  );
}

function areBoxesInPlace(drawing: Drawing, isIn: IsIn): boolean {
  const canvas = canvasOf(drawing);
  const boxes = [...drawing.actors, ...drawing.boundaries];
  return boxes.every((box, index) => {
    if (!contains(canvas, box)) return false;
    return boxes.every((other, at) => {
      if (at === index) return true;
      if (isIn(other.id, box.id)) return contains(box, other);
      return isIn(box.id, other.id) || !overlap(grow(box, 2), grow(other, 2));
    });
  });
}

function areLabelsFree({ actors, boundaries }: Drawing, marks: readonly Marks[], isIn: IsIn): boolean {
  const shapes = marks.flatMap(({ disc, head, parts }) => [
    disc,
    head,
    ...parts.map((part) => partBox(part, 1)),
  ]);
  return boundaries.every(
    ({ label, id, ...box }) =>
      contains(box, label) &&
      ![...shapes, ...actors].some((shape) => overlap(grow(label, 1), shape)) &&
      !boundaries.some((other) => isIn(other.id, id) && overlap(label, other)),
  );
}

function areStepsFree(drawing: Drawing, marks: readonly Marks[], steps: Flow["steps"]): boolean {
  const canvas = canvasOf(drawing);
  return marks.every((one, index) => {
    const { disc, head, parts } = one;
    return (
      contains(canvas, disc) &&
      contains(canvas, head) &&
      hasRoom(parts, steps[index]?.starter ?? "sender") &&
      !drawing.actors.some((actor) => liesOn(one, actor)) &&
      marks.every((other, at) => at === index || areApart(one, other))
    );
  });
}

/** Whether a line is straight, and long enough at its ends for what stands there. */
function hasRoom(parts: readonly Part[], starter: Step["starter"]): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return false;
  // The engine has been seen to run a line aslant, by a unit or two.
  if (parts.some(({ a, b }) => a.x !== b.x && a.y !== b.y)) return false;
  const [tail, tip] =
    starter === "receiver" ? [8, DISC_AT_HEAD + DISC + 1] : [DISC_AT_TAIL + DISC + 1, HEAD.length + 3];
  if (parts.length === 1) return lengthOf(first) >= tail + tip;
  return lengthOf(first) >= tail && lengthOf(last) >= tip;
}

function liesOn({ disc, head, parts }: Marks, actor: Box): boolean {
  return (
    [disc, head].some((mark) => overlap(mark, actor)) ||
    parts.some((part) => overlap(partBox(part, 3), shrink(actor, 3)))
  );
}

/** The number and the head of a step from all of another one, and its line from the other's line. */
function areApart({ disc, head, parts }: Marks, other: Marks): boolean {
  return (
    ![disc, head].some(
      (mark) =>
        overlap(grow(mark, 1), grow(other.disc, 1)) ||
        overlap(mark, other.head) ||
        other.parts.some((part) => overlap(partBox(part, 1), mark)),
    ) &&
    // Two lines on one track look like one.
    !parts.some((part) =>
      other.parts.some((one) => isLevel(part) === isLevel(one) && overlap(partBox(part, 2), partBox(one, 2))),
    )
  );
}

function canvasOf({ width, height }: Drawing): Box {
  return { x: 0, y: 0, width, height };
}

function isLevel({ a, b }: Part): boolean {
  return a.y === b.y;
}

function lengthOf({ a, b }: Part): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function shrink(box: Box, by: number): Box {
  return grow(box, -by);
}

import type { Box, Drawing, Flow, Step } from "./flow.ts";
import { contains, discBox, headOf, overlap, type Part, partBox, partsOf } from "./geometry.ts";
import { DISC, DISC_AT_HEAD, DISC_AT_TAIL, HEAD } from "./sizes.ts";

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

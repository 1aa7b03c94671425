import type { Drawing, Flow, PlacedActor, PlacedBoundary, PlacedStep, Point } from "./flow.ts";
import { along, partsOf } from "./geometry.ts";
import { ICONS } from "./icons.ts";
import { element } from "./markup.ts";
import { BEND, BOX_PADDING, DISC, HEAD, ICON, LINE, TEXT } from "./sizes.ts";

/** Puts words into a drawing: as text on a page, as outlines in a file of its own. */
export type SetText = (
  words: string,
  x: number,
  y: number,
  place: "start" | "middle",
  strong: boolean,
) => string;

export interface ShapeOptions {
  readonly setText: SetText;
  /** Then words start at the right of where they stand. */
  readonly isMirrored?: boolean;
  /** Ids of the actors, and places of the steps, that another flow does not have. */
  readonly onlyHere?: { readonly actors: ReadonlySet<string>; readonly steps: ReadonlySet<number> };
}

const ORIGIN: Point = { x: 0, y: 0 };

/** From the middle of a line of letters to where they stand. */
const DROP = Math.round(TEXT * 0.36);

/**
 * Everything in a drawing. Looks come from classes. What stands together is placed once, and all in it counts from there:
 * boxes are alike then, and so are steps, which compresses to half the bytes.
 */
export function drawShapes(flow: Flow, drawing: Drawing, language: string, options: ShapeOptions): string {
  const { setText, onlyHere, isMirrored = false } = options;
  const kinds = new Map(flow.actors.map(({ id, kind }) => [id, kind]));
  const boundaries = drawing.boundaries.map((boundary) =>
    drawBoundary(boundary, language, setText, isMirrored),
  );
  const steps = drawing.steps.map((placed, index) => {
    const step = flow.steps[index];
    const names = ["flow__step"];
    if (step?.starter === "receiver") names.push("flow__step--pull");
    if (step?.optional) names.push("flow__step--optional");
    if (step?.repeats) names.push("flow__step--repeats");
    if (onlyHere?.steps.has(index)) names.push("flow__step--only");
    const [start = ORIGIN] = placed.points;
    return element(
      "g",
      { class: names.join(" "), transform: translate(start) },
      drawStep(countFrom(start, placed), String(index + 1), step?.repeats ?? false, setText),
    );
  });
  const actors = drawing.actors.map((actor) => {
    const only = onlyHere?.actors.has(actor.id) ? " flow__actor--only" : "";
    const icon = ICONS[kinds.get(actor.id) ?? "server"];
    const top = topOf(actor, language);
    return element(
      "g",
      { class: `flow__actor${only}`, transform: translate(top) },
      drawActor(actor, top, icon, language, setText),
    );
  });
  return [...boundaries, ...actors, ...steps].join("");
}

function drawBoundary(
  boundary: PlacedBoundary,
  language: string,
  setText: SetText,
  isMirrored: boolean,
): string {
  const { x, y, width, height, label, lines, depth } = boundary;
  const start = isMirrored ? label.x + label.width : label.x;
  return element(
    "g",
    { class: `flow__boundary${depth % 2 === 1 ? " flow__boundary--inner" : ""}` },
    element("rect", { x, y, width, height, rx: 10 }),
    ...(lines[language] ?? []).map((line, index) =>
      setText(line, start, label.y + index * LINE + Math.round(LINE / 2) + DROP, "start", true),
    ),
  );
}

/** Where the icon of an actor stands. */
function topOf({ x, y, width, height, lines }: PlacedActor, language: string): Point {
  const block = ICON + 4 + (lines[language] ?? []).length * LINE;
  return {
    x: x + Math.round(width / 2) - ICON / 2,
    y: y + Math.max(BOX_PADDING.y, Math.round((height - block) / 2)),
  };
}

function drawActor(actor: PlacedActor, top: Point, icon: string, language: string, setText: SetText): string {
  const { x, y, width, height } = actor;
  return [
    element("rect", { x: x - top.x, y: y - top.y, width, height, rx: 4 }),
    element("path", { d: icon }),
    ...(actor.lines[language] ?? []).map((line, index) =>
      setText(line, ICON / 2, ICON + 4 + index * LINE + Math.round(LINE / 2) + DROP, "middle", false),
    ),
  ].join("");
}

function translate({ x, y }: Point): string {
  return `translate(${x} ${y})`;
}

function countFrom(start: Point, { points, disc }: PlacedStep): PlacedStep {
  const moved = ({ x, y }: Point): Point => ({ x: x - start.x, y: y - start.y });
  return { points: points.map(moved), disc: moved(disc) };
}

function drawStep({ points, disc }: PlacedStep, number: string, repeats: boolean, setText: SetText): string {
  return [
    element("path", { d: lineData(points) }),
    element("path", { class: "flow__head", d: headData(points) }),
    element("circle", { cx: disc.x, cy: disc.y, r: DISC }),
    // A number that comes round: the ring is an arrow that bites its tail.
    repeats ? element("path", { class: "flow__ring", d: ringData(disc) }) : "",
    setText(number, disc.x, disc.y + DROP, "middle", true),
  ].join("");
}

function ringData({ x, y }: Point): string {
  return `M${x + 4} ${y - 9.2}a10 10 0 1 0 5.5 6.2m-6-10.2l.5 4l-4 .9`;
}

function headData(points: readonly Point[]): string {
  const tip = points.at(-1) ?? ORIGIN;
  const base = along(points.toReversed(), HEAD.length);
  const level = base.y === tip.y;
  const [dx, dy] = [base.x - tip.x, base.y - tip.y];
  const { half } = HEAD;
  return level
    ? `M${tip.x} ${tip.y}l${dx}-${half}v${2 * half}z`
    : `M${tip.x} ${tip.y}l${-half} ${dy}h${2 * half}z`;
}

/** Ends where the head begins; corners are rounded as far as their sides are long enough. */
function lineData(points: readonly Point[]): string {
  const end = along(points.toReversed(), HEAD.length - 1);
  const line = [...points.slice(0, -1), end];
  const parts = partsOf(line);
  const [start = ORIGIN] = line;
  let data = `M${start.x} ${start.y}`;
  let cutBefore = 0;
  for (const [index, { a, b }] of parts.entries()) {
    const next = parts[index + 1];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.abs(dx) + Math.abs(dy);
    const room =
      next === undefined
        ? 0
        : Math.min(length, Math.abs(next.b.x - next.a.x) + Math.abs(next.b.y - next.a.y));
    const cut = next === undefined ? 0 : Math.min(BEND, Math.floor(room / 2));
    const go = length - cutBefore - cut;
    if (go > 0) data += dx === 0 ? `v${Math.sign(dy) * go}` : `h${Math.sign(dx) * go}`;
    if (next !== undefined && cut > 0) {
      const [cx, cy] = [Math.sign(dx) * cut, Math.sign(dy) * cut];
      data += `q${cx} ${cy} ${cx + Math.sign(next.b.x - next.a.x) * cut} ${cy + Math.sign(next.b.y - next.a.y) * cut}`;
    }
    cutBefore = cut;
  }
  return data;
}

// The arrangement for phones: one column of boxes, and every line in a lane at its left or at its right. A line stays
// inside of the boundaries that hold both its ends.

import type { Box, Drawing, Flow, PlacedActor, PlacedBoundary, PlacedStep, Point } from "./flow.ts";
import { discOf } from "./geometry.ts";
import {
  assignTracks,
  chooseSides,
  type Lane,
  type Ports,
  placePorts,
  type Run,
  type Side,
} from "./lanes.ts";
import type { Measures } from "./measures.ts";
import { holdersOf } from "./nesting.ts";
import { EDGE, INSET, LABEL, NARROWEST, PORT, STRAIGHT } from "./sizes.ts";

/** Between two lanes: as much as there is room for, and never less. */
const PITCH = { most: 14, least: 6 } as const;
/** Between two boxes, and how much further each boundary reaches than the one in it. */
const GAP = 18;
const NEST = 6;

type Upright = Pick<Box, "y" | "height">;

/** Where everything stands from top to bottom. */
interface Stack {
  /** In the order of the column. */
  readonly boxes: readonly Upright[];
  readonly boundaries: ReadonlyMap<string, Upright>;
  readonly height: number;
}

/** Where everything stands from left to right. */
interface Spread {
  /** How far from the boxes the lanes of each level begin, the outermost first; then where all of it ends. */
  readonly reach: Readonly<Record<Side, readonly number[]>>;
  readonly pitch: number;
  /** Where the boxes begin. */
  readonly left: number;
  readonly width: number;
}

export function arrangeInColumn(flow: Flow, measures: Measures): Drawing {
  const order = inOrder(flow);
  const rank = new Map(order.map((id, index) => [id, index]));
  const lanes = chooseSides(flow, rank);
  const ports = placePorts(lanes, order.length);
  const stack = stackBoxes(flow, order, ports, measures);
  const portY = (lane: Lane, actor: number): number => {
    const list = ports[actor]?.[lane.side] ?? [];
    const box = stack.boxes[actor] ?? { y: 0, height: 0 };
    return box.y + box.height / 2 + (list.indexOf(lane) - (list.length - 1) / 2) * PORT;
  };
  const runs = assignTracks(lanes, portY);
  const spread = spreadLanes(flow, runs, measures);
  const { left, width } = spread;
  const actors = flow.actors.map(({ id }): PlacedActor => {
    const box = stack.boxes[rank.get(id) ?? 0] ?? { y: 0, height: measures.height };
    return { id, x: left, width: measures.width, ...box, lines: measures.lines.get(id) ?? {} };
  });
  const boundaries = placeBoundaries(flow, stack, spread, measures);
  const steps = runs.map((run) => placeStep(flow, run, spread, measures.width));
  return { width, height: stack.height, actors, boundaries, steps };
}

/** As the file has them, with what one boundary holds kept together. */
function inOrder(flow: Flow): string[] {
  const taken = new Set<string>();
  const take = (boundary: string | undefined): string[] =>
    flow.actors.flatMap(({ id }) => {
      if (taken.has(id)) return [];
      const chain = holdersOf(id, flow);
      const depth = boundary === undefined ? 0 : chain.indexOf(boundary) + 1;
      if (boundary !== undefined && depth === 0) return [];
      const inner = chain[depth];
      if (inner !== undefined) return take(inner);
      taken.add(id);
      return [id];
    });
  return take(undefined);
}

function stackBoxes(
  flow: Flow,
  order: readonly string[],
  ports: readonly Ports[],
  { height, labels }: Measures,
): Stack {
  const boxes: Upright[] = [];
  const boundaries = new Map<string, Upright>();
  const tops = new Map<string, number>();
  let y: number = EDGE;
  const close = (inner: readonly string[]): void => {
    for (const id of inner.toReversed()) {
      y += INSET.plain;
      const top = tops.get(id) ?? 0;
      boundaries.set(id, { y: top, height: y - top });
    }
  };
  let open: readonly string[] = [];
  for (const [index, id] of order.entries()) {
    const chain = holdersOf(id, flow);
    const kept = open.filter((boundary, depth) => chain[depth] === boundary);
    close(open.slice(kept.length));
    if (index > 0) y += GAP;
    for (const boundary of chain.slice(kept.length)) {
      tops.set(boundary, y);
      y += 2 * INSET.label + (labels.get(boundary)?.height ?? 0);
    }
    open = chain;
    const most = Math.max(ports[index]?.left.length ?? 0, ports[index]?.right.length ?? 0);
    const tall = Math.max(height, most * PORT + 4);
    boxes.push({ y, height: tall });
    y += tall;
  }
  close(open);
  return { boxes, boundaries, height: y + EDGE };
}

function spreadLanes(flow: Flow, runs: readonly Run[], measures: Measures): Spread {
  const { width } = measures;
  const deepest = Math.max(0, ...flow.boundaries.map(({ id }) => 1 + holdersOf(id, flow).length));
  const counts = { left: countTracks(runs, "left", deepest), right: countTracks(runs, "right", deepest) };
  const sum = { left: sumOf(counts.left), right: sumOf(counts.right) };
  const base = (side: Side): number => (sum[side] > 0 || deepest > 0 ? STRAIGHT : 0);
  const fixed = width + base("left") + base("right") + 2 * deepest * NEST + 2 * EDGE;
  const room = Math.floor((NARROWEST - fixed) / Math.max(1, sum.left + sum.right));
  const pitch = Math.max(PITCH.least, Math.min(PITCH.most, room));
  const reachOf = (side: Side): number[] => {
    const list: number[] = [];
    let at = base(side);
    for (let level = deepest; level >= 0; level--) {
      list[level] = at;
      at += (counts[side][level] ?? 0) * pitch + (level > 0 ? NEST : 0);
    }
    return [...list, at];
  };
  const reach = widenForLabels({ left: reachOf("left"), right: reachOf("right") }, flow, measures);
  const left = EDGE + (reach.left.at(-1) ?? 0);
  return { reach, pitch, left, width: left + width + (reach.right.at(-1) ?? 0) + EDGE };
}

/** How many lanes are beside each other at each level. */
function countTracks(runs: readonly Run[], side: Side, deepest: number): number[] {
  const counts = new Array<number>(deepest + 1).fill(0);
  for (const run of runs) {
    if (run.side === side) counts[run.level] = Math.max(counts[run.level] ?? 0, 1 + run.track);
  }
  return counts;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** A label that is wider than its boundary makes the column wider, and nothing else. */
function widenForLabels(reach: Spread["reach"], flow: Flow, { width, labels }: Measures): Spread["reach"] {
  const slack = flow.boundaries.map(({ id }) => {
    const depth = holdersOf(id, flow).length;
    const inside = width + (reach.left[depth] ?? 0) + (reach.right[depth] ?? 0) - NEST;
    return (labels.get(id)?.width ?? 0) + 2 * LABEL.x - inside;
  });
  const more = Math.ceil(Math.max(0, ...slack) / 2);
  return { left: reach.left.map((at) => at + more), right: reach.right.map((at) => at + more) };
}

function placeBoundaries(flow: Flow, stack: Stack, spread: Spread, measures: Measures): PlacedBoundary[] {
  const { left, reach } = spread;
  const placed = flow.boundaries.map(({ id }): PlacedBoundary => {
    const depth = holdersOf(id, flow).length;
    const [before, after] = [reach.left[depth] ?? 0, reach.right[depth] ?? 0];
    const { y, height } = stack.boundaries.get(id) ?? { y: 0, height: 0 };
    const box: Box = { x: left - before + 2, y, width: measures.width + before + after - 4, height };
    const { lines, ...size } = measures.labels.get(id) ?? { width: 0, height: 0, lines: {} };
    return { ...box, id, depth, lines, label: { x: box.x + LABEL.x, y: y + INSET.label, ...size } };
  });
  // Those in others are drawn over them.
  return placed.sort((a, b) => a.depth - b.depth);
}

function placeStep(flow: Flow, run: Run, { reach, pitch, left }: Spread, width: number): PlacedStep {
  const border = run.side === "left" ? left : left + width;
  const away = (reach[run.side][run.level] ?? 0) + Math.floor((run.track + 0.5) * pitch);
  const x = run.side === "left" ? border - away : border + away;
  const [start, end] = [Math.round(run.start), Math.round(run.end)];
  const points: Point[] = [
    { x: border, y: start },
    { x, y: start },
    { x, y: end },
    { x: border, y: end },
  ];
  return { points, disc: discOf(points, flow.steps[run.step]?.starter ?? "sender") };
}

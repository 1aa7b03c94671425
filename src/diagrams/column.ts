// The arrangement for phones: one column of boxes, and every line in a lane at its left or at its right. A line stays
// inside of the boundaries that hold both its ends.

import type { Box, Drawing, Flow, PlacedActor, PlacedBoundary, Point } from "./flow.ts";
import { discOf } from "./geometry.ts";
import type { Measures } from "./measures.ts";
import { holdersOf } from "./nesting.ts";
import { EDGE, INSET, LABEL, NARROWEST, PORT, STRAIGHT } from "./sizes.ts";

/** Between two lanes: as much as there is room for, and never less. */
const PITCH = { most: 14, least: 6 } as const;
/** Between two boxes, and how much further each boundary reaches than the one in it. */
const GAP = 18;
const NEST = 6;

type Side = "left" | "right";

interface Lane {
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  /** How many boundaries hold both its ends: it stays inside of these. */
  readonly level: number;
}

export function arrangeInColumn(flow: Flow, { width, height, lines, labels }: Measures): Drawing {
  const order = inOrder(flow);
  const rank = new Map(order.map((id, index) => [id, index]));
  const lanes = chooseSides(flow, rank);
  const ports = placePorts(lanes, order.length);

  // Top to bottom, so that it is known how high each box and each port stands.
  const tops = new Map<string, number>();
  const boxes: { y: number; height: number }[] = [];
  const ends = new Map<string, number>();
  let y: number = EDGE;
  let open: string[] = [];
  for (const [index, id] of order.entries()) {
    const chain = holdersOf(id, flow);
    const kept = open.filter((boundary, depth) => chain[depth] === boundary);
    for (const boundary of open.slice(kept.length).reverse()) {
      y += INSET.plain;
      ends.set(boundary, y);
    }
    if (index > 0) y += GAP;
    for (const boundary of chain.slice(kept.length)) {
      tops.set(boundary, y);
      y += 2 * INSET.label + (labels.get(boundary)?.height ?? 0);
    }
    open = chain;
    const most = Math.max(...(["left", "right"] as const).map((side) => ports[index]?.[side].length ?? 0));
    const tall = Math.max(height, most * PORT + 4);
    boxes.push({ y, height: tall });
    y += tall;
  }
  for (const boundary of open.reverse()) {
    y += INSET.plain;
    ends.set(boundary, y);
  }

  const portY = (lane: Lane, actor: number): number => {
    const list = ports[actor]?.[lane.side] ?? [];
    const box = boxes[actor] ?? { y: 0, height: 0 };
    return box.y + box.height / 2 + (list.indexOf(lane) - (list.length - 1) / 2) * PORT;
  };
  const tracks = assignTracks(lanes, portY);
  const deepest = Math.max(0, ...flow.boundaries.map(({ id }) => 1 + holdersOf(id, flow).length));
  const counts = (side: Side): number[] =>
    Array.from({ length: deepest + 1 }, (_, level) => {
      const used = lanes.flatMap((lane, index) =>
        lane.side === side && lane.level === level ? [tracks[index] ?? 0] : [],
      );
      return 1 + Math.max(-1, ...used);
    });
  const sum = (side: Side): number => counts(side).reduce((all, count) => all + count, 0);
  const base = (side: Side): number => (sum(side) > 0 || deepest > 0 ? STRAIGHT : 0);
  const fixed = width + base("left") + base("right") + 2 * deepest * NEST + 2 * EDGE;
  const room = Math.floor((NARROWEST - fixed) / Math.max(1, sum("left") + sum("right")));
  const pitch = Math.max(PITCH.least, Math.min(PITCH.most, room));

  /** How far from the box the lanes of each level begin, the innermost first; the last is where all of it ends. */
  const starts = (side: Side): number[] => {
    const list: number[] = [];
    let at = base(side);
    for (let level = deepest; level >= 0; level--) {
      list[level] = at;
      at += (counts(side)[level] ?? 0) * pitch + (level > 0 ? NEST : 0);
    }
    return [...list, at];
  };
  const reach = { left: starts("left"), right: starts("right") };
  // A label that is wider than its boundary makes the column wider, and nothing else.
  const slack = flow.boundaries.map(({ id }) => {
    const depth = holdersOf(id, flow).length;
    return (
      (labels.get(id)?.width ?? 0) +
      2 * LABEL.x -
      width -
      (reach.left[depth] ?? 0) -
      (reach.right[depth] ?? 0) +
      NEST
    );
  });
  const inner = Math.ceil(Math.max(0, ...slack) / 2);
  const left = EDGE + (reach.left.at(-1) ?? 0) + inner;
  const whole = left + width + (reach.right.at(-1) ?? 0) + inner + EDGE;

  const actors = flow.actors.map(({ id }): PlacedActor => {
    const box = boxes[rank.get(id) ?? 0] ?? { y: 0, height };
    return { id, x: left, width, ...box, lines: lines.get(id) ?? {} };
  });
  const steps = lanes.map((lane, index) => {
    const border = lane.side === "left" ? left : left + width;
    const away =
      (reach[lane.side][lane.level] ?? 0) + inner + Math.floor(((tracks[index] ?? 0) + 0.5) * pitch);
    const x = lane.side === "left" ? border - away : border + away;
    const [start, end] = [Math.round(portY(lane, lane.from)), Math.round(portY(lane, lane.to))];
    const points: Point[] = [
      { x: border, y: start },
      { x, y: start },
      { x, y: end },
      { x: border, y: end },
    ];
    return { points, disc: discOf(points, flow.steps[lane.step]?.starter ?? "sender") };
  });
  const boundaries = flow.boundaries.map(({ id }): PlacedBoundary => {
    const depth = holdersOf(id, flow).length;
    const [before, after] = [reach.left[depth] ?? 0, reach.right[depth] ?? 0];
    const top = tops.get(id) ?? 0;
    const box: Box = {
      x: left - inner - before + 2,
      y: top,
      width: width + 2 * inner + before + after - 4,
      height: (ends.get(id) ?? 0) - top,
    };
    const { lines: set, ...size } = labels.get(id) ?? { width: 0, height: 0, lines: {} };
    return { ...box, id, depth, lines: set, label: { x: box.x + LABEL.x, y: top + INSET.label, ...size } };
  });
  return {
    width: whole,
    height: y + EDGE,
    actors,
    boundaries: boundaries.sort((a, b) => a.depth - b.depth),
    steps,
  };
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

/** Long lines choose first, each the side where fewer run beside it. */
function chooseSides(flow: Flow, rank: ReadonlyMap<string, number>): Lane[] {
  const lanes = flow.steps.map((step, index) => ({
    step: index,
    from: rank.get(step.from) ?? 0,
    to: rank.get(step.to) ?? 0,
    level: holdersOf(step.from, flow).filter((id) => holdersOf(step.to, flow).includes(id)).length,
  }));
  const load = { left: new Array<number>(rank.size).fill(0), right: new Array<number>(rank.size).fill(0) };
  const sides = new Map<number, Side>();
  for (const { step, from, to } of lanes.toSorted((a, b) => span(b) - span(a) || a.step - b.step)) {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const heaviest = (side: Side): number => Math.max(...load[side].slice(low, high + 1));
    const side = heaviest("right") <= heaviest("left") ? "right" : "left";
    sides.set(step, side);
    for (let at = low; at <= high; at++) load[side][at] = (load[side][at] ?? 0) + 1;
  }
  return lanes.map((lane) => ({ ...lane, side: sides.get(lane.step) ?? "right" }));
}

function span({ from, to }: { from: number; to: number }): number {
  return Math.abs(from - to);
}

/** At each side of a box, from its top: what leads upwards, the nearest first; then what leads down, the furthest first. */
function placePorts(lanes: readonly Lane[], count: number): Record<Side, Lane[]>[] {
  return Array.from({ length: count }, (_, actor) => {
    const at = (side: Side): Lane[] => {
      const other = (lane: Lane): number => (lane.from === actor ? lane.to : lane.from);
      const here = lanes.filter((lane) => lane.side === side && (lane.from === actor || lane.to === actor));
      const up = here.filter((lane) => other(lane) < actor);
      const down = here.filter((lane) => other(lane) > actor);
      return [
        ...up.toSorted((a, b) => other(b) - other(a) || a.step - b.step),
        // Two lines between the same boxes lie in each other.
        ...down.toSorted((a, b) => other(b) - other(a) || b.step - a.step),
      ];
    };
    return { left: at("left"), right: at("right") };
  });
}

/** Short lines take the lanes beside the boxes. Lines that are not beside each other share one. */
function assignTracks(lanes: readonly Lane[], portY: (lane: Lane, actor: number) => number): number[] {
  const taken = new Map<string, (readonly [number, number])[][]>();
  const tracks = new Array<number>(lanes.length).fill(0);
  const reach = (lane: Lane): readonly [number, number] => {
    const ends = [portY(lane, lane.from), portY(lane, lane.to)];
    return [Math.min(...ends), Math.max(...ends)];
  };
  const inTurn = [...lanes.keys()].sort((a, b) => {
    const [one, other] = [lanes[a], lanes[b]];
    if (one === undefined || other === undefined) return 0;
    const [mine, its] = [reach(one), reach(other)];
    return mine[1] - mine[0] - (its[1] - its[0]) || a - b;
  });
  for (const index of inTurn) {
    const lane = lanes[index];
    if (lane === undefined) continue;
    const [low, high] = reach(lane);
    const key = `${lane.side} ${lane.level}`;
    const side = taken.get(key) ?? [];
    taken.set(key, side);
    const free = side.findIndex((used) => used.every(([from, to]) => high + 8 <= from || to + 8 <= low));
    const track = free < 0 ? side.length : free;
    side[track] = [...(side[track] ?? []), [low, high]];
    tracks[index] = track;
  }
  return tracks;
}

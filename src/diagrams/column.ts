// The arrangement for phones: one column of boxes, and every line in a lane at its left or at its right. A line stays
// inside of the boundaries that hold both its ends.

import type { Box, Drawing, Flow, PlacedActor, PlacedBoundary, Point } from "./flow.ts";
import { discOf } from "./geometry.ts";
import { assignTracks, chooseSides, type Lane, placePorts, type Side } from "./lanes.ts";
import type { Measures } from "./measures.ts";
import { holdersOf } from "./nesting.ts";
import { EDGE, INSET, LABEL, NARROWEST, PORT, STRAIGHT } from "./sizes.ts";

/** Between two lanes: as much as there is room for, and never less. */
const PITCH = { most: 14, least: 6 } as const;
/** Between two boxes, and how much further each boundary reaches than the one in it. */
const GAP = 18;
const NEST = 6;

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

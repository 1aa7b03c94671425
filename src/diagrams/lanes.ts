import type { Flow } from "./flow.ts";
import { holdersOf } from "./nesting.ts";

export type Side = "left" | "right";

/** Where a step runs beside the column. */
export interface Lane {
  readonly step: number;
  /** The ranks of its actors in the column. */
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  /** How many boundaries hold both its ends: it stays inside of these. */
  readonly level: number;
}

export interface Run extends Lane {
  /** How high it leaves one box and comes to the other. */
  readonly start: number;
  readonly end: number;
  /** Counted from the boxes, among those of its side and its level. */
  readonly track: number;
}

export type Ports = Readonly<Record<Side, readonly Lane[]>>;

/** Long lines choose first, each the side where fewer run beside it. */
export function chooseSides(flow: Flow, rank: ReadonlyMap<string, number>): Lane[] {
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
export function placePorts(lanes: readonly Lane[], count: number): Ports[] {
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
export function assignTracks(
  lanes: readonly Lane[],
  portY: (lane: Lane, actor: number) => number,
): readonly Run[] {
  const lines = lanes.map((lane) => ({
    ...lane,
    start: portY(lane, lane.from),
    end: portY(lane, lane.to),
  }));
  const taken = new Map<string, (readonly [number, number])[][]>();
  const tracks = new Map<number, number>();
  const shortFirst = lines.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.step - b.step);
  for (const { step, side, level, start, end } of shortFirst) {
    const [low, high] = [Math.min(start, end), Math.max(start, end)];
    const key = `${side} ${level}`;
    const beside = taken.get(key) ?? [];
    taken.set(key, beside);
    const free = beside.findIndex((used) => used.every(([from, to]) => high + 8 <= from || to + 8 <= low));
    const track = free < 0 ? beside.length : free;
    beside[track] = [...(beside[track] ?? []), [low, high]];
    tracks.set(step, track);
  }
  return lines.map((line) => ({ ...line, track: tracks.get(line.step) ?? 0 }));
}

function lengthOf({ start, end }: { start: number; end: number }): number {
  return Math.abs(start - end);
}

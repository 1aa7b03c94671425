// Tried with elkjs 0.12.1: spacings are not inherited by a boundary, so each repeats them. The layering STRETCH_WIDTH
// never comes back.

import type { ElkNode } from "elkjs";
import type { Flow, Step } from "./flow.ts";
import type { Measures } from "./measures.ts";
import { holdersOf } from "./nesting.ts";
import { EDGE, INSET, LABEL, PORT, STRAIGHT } from "./sizes.ts";

/** Between two rows of boxes: room for the shortest line with a number and a head on it. */
const GAP = 54;

const SPACING = {
  "elk.layered.spacing.nodeNodeBetweenLayers": String(GAP),
  "elk.layered.spacing.edgeNodeBetweenLayers": String(STRAIGHT + 1),
  "elk.layered.spacing.edgeEdgeBetweenLayers": "14",
  "elk.spacing.edgeEdge": "14",
  "elk.spacing.edgeNode": "14",
  "elk.spacing.nodeNode": "20",
};

const LAYOUT = {
  ...SPACING,
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.padding": `[top=${EDGE},left=${EDGE},bottom=${EDGE},right=${EDGE}]`,
};

/** A flow as the engine takes it. */
export function graphOf(flow: Flow, measures: Measures, placement: string): ElkNode {
  const order = orderOf(flow);
  // In the order of the file, a boundary where its first actor stands: the engine heeds it.
  const inside = (holder: string | undefined): ElkNode[] => {
    const actors = flow.actors
      .filter(({ within }) => within === holder)
      .map(({ id }) => ({ at: order.get(id) ?? 0, node: actorNode(id, flow, measures) }));
    const boundaries = flow.boundaries
      .filter(({ within }) => within === holder)
      .map(({ id }) => ({ at: firstIn(id, flow), node: boundaryNode(id, inside(id), flow, measures) }));
    return [...actors, ...boundaries].sort((one, other) => one.at - other.at).map(({ node }) => node);
  };
  return {
    id: "flow",
    layoutOptions: { ...LAYOUT, "elk.layered.nodePlacement.strategy": placement },
    children: inside(undefined),
    edges: flow.steps.map((step, index) => {
      const ends = [`${index}>`, `>${index}`];
      const [source = "", target = ""] = leadsBack(step, order) ? ends.reverse() : ends;
      return { id: `s:${index}`, sources: [source], targets: [target] };
    }),
  };
}

function actorNode(id: string, flow: Flow, { width, height }: Measures): ElkNode {
  const tall = Math.max(height, (portsBeside(id, flow) + 1) * PORT);
  const ports = flow.steps.flatMap(({ from, to }, index) => [
    ...(from === id ? [`${index}>`] : []),
    ...(to === id ? [`>${index}`] : []),
  ]);
  return {
    id: `a:${id}`,
    width,
    height: tall,
    ports: ports.map((port) => ({ id: port, width: 0, height: 0 })),
    layoutOptions: {
      "elk.portConstraints": "FREE",
      "elk.nodeSize.constraints": "[PORTS, MINIMUM_SIZE]",
      "elk.nodeSize.minimum": `(${width}, ${tall})`,
      "elk.spacing.portPort": String(PORT),
    },
  };
}

function boundaryNode(id: string, children: ElkNode[], flow: Flow, { labels }: Measures): ElkNode {
  const { width, height } = labels.get(id) ?? { width: 0, height: 0 };
  return {
    id: `b:${id}`,
    children,
    layoutOptions: {
      ...SPACING,
      "elk.padding": paddingOf(id, flow, height),
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${width + 2 * LABEL.x}, 0)`,
    },
  };
}

function firstIn(boundary: string, flow: Flow): number {
  return flow.actors.findIndex(({ id }) => holdersOf(id, flow).includes(boundary));
}

export function orderOf({ actors }: Flow): ReadonlyMap<string, number> {
  return new Map(actors.map(({ id }, index) => [id, index]));
}

/**
 * The order of the actors in the file says which way is onwards. What leads back is given to the engine the other way
 * round, and turned afterwards: it would lead such a line around everything.
 */
export function leadsBack(
  { from, to }: Pick<Step, "from" | "to">,
  order: ReadonlyMap<string, number>,
): boolean {
  return (order.get(from) ?? 0) > (order.get(to) ?? 0);
}

/**
 * How many lines meet the side of a box where most do. The engine spreads them over the whole side, closer than the
 * space between ports that it is given.
 */
function portsBeside(id: string, flow: Flow): number {
  const order = orderOf(flow);
  const sides = flow.steps.flatMap((step) => {
    if (step.from !== id && step.to !== id) return [];
    return [(step.from === id) !== leadsBack(step, order)];
  });
  const after = sides.filter(Boolean).length;
  return Math.max(after, sides.length - after);
}

/** Room for a number beside each box where lines come in, and for the label. */
function paddingOf(boundary: string, flow: Flow, labelHeight: number): string {
  const order = orderOf(flow);
  const isIn = (id: string): boolean => holdersOf(id, flow).includes(boundary);
  let [first, last]: [number, number] = [INSET.plain, INSET.plain];
  for (const step of flow.steps) {
    const comesIn = isIn(step.to);
    if (isIn(step.from) === comesIn) continue;
    if (comesIn !== leadsBack(step, order)) first = INSET.line;
    else last = INSET.line;
  }
  const top = INSET.label + labelHeight + 6;
  return `[top=${top},left=${first},bottom=${INSET.plain},right=${last}]`;
}

import type { ElkEdgeSection, ElkNode } from "elkjs";
import { leadsBack, orderOf } from "./elk-graph.ts";
import type { Box, Drawing, Flow, PlacedActor, PlacedBoundary, PlacedStep, Point } from "./flow.ts";
import { discBox, discOf, headOf, overlap, partBox, partsOf } from "./geometry.ts";
import type { LabelMeasure, Measures } from "./measures.ts";
import { holdersOf } from "./nesting.ts";
import { INSET, LABEL } from "./sizes.ts";

/** What the engine made of the graph of a flow, as a drawing of it. */
export function drawingOf(result: ElkNode, flow: Flow, measures: Measures): Drawing {
  const boxes = new Map(boxesIn(result));
  const boxOf = (id: string): Box => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const lines = new Map(edgesOf(result).map(({ id, sections }) => [id, pointsOf(sections?.[0])]));
  const order = orderOf(flow);
  const steps = flow.steps.map((step, index): PlacedStep => {
    const found = lines.get(`s:${index}`) ?? [];
    const points = leadsBack(step, order) ? found.toReversed() : found;
    return { points, disc: discOf(points, step.starter) };
  });
  const actors = flow.actors.map(
    ({ id }): PlacedActor => ({ ...boxOf(`a:${id}`), id, lines: measures.lines.get(id) ?? {} }),
  );
  const marks = steps.flatMap((step) => [
    discBox(step),
    headOf(step.points),
    ...partsOf(step.points).map((part) => partBox(part, 3)),
  ]);
  const boundaries = flow.boundaries.map(({ id }): PlacedBoundary => {
    const box = boxOf(`b:${id}`);
    const held = [
      ...flow.actors.filter(({ within }) => within === id).map((actor) => boxOf(`a:${actor.id}`)),
      ...flow.boundaries.filter(({ within }) => within === id).map((inner) => boxOf(`b:${inner.id}`)),
    ];
    const depth = holdersOf(id, flow).length;
    const measure = measures.labels.get(id) ?? { width: 0, height: 0, lines: {} };
    return { ...box, id, depth, lines: measure.lines, label: placeLabel(box, measure, [...marks, ...held]) };
  });
  const { width, height } = boxOf("flow");
  return { width, height, actors, boundaries: boundaries.sort((a, b) => a.depth - b.depth), steps };
}

/** Whole numbers. Sides are rounded, not sizes, so that what stands in line goes on doing so. */
function boxesIn({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode): [string, Box][] {
  const [left, top] = [Math.round(x), Math.round(y)];
  const box = {
    x: left,
    y: top,
    width: Math.round(x + width) - left,
    height: Math.round(y + height) - top,
  };
  return [[id, box], ...children.flatMap(boxesIn)];
}

/** In the upper left corner, or as near to it as nothing is in its way; then along the lower border. */
function placeLabel(box: Box, { width, height }: LabelMeasure, taken: readonly Box[]): Box {
  const corner = { x: box.x + LABEL.x, y: box.y + INSET.label, width, height };
  for (const y of [corner.y, box.y + box.height - INSET.label - height]) {
    for (let x = corner.x; x + width + LABEL.x <= box.x + box.width; x += 4) {
      const tried = { ...corner, x, y };
      if (!taken.some((other) => overlap(other, { ...tried, x: x - 3, width: width + 6 }))) return tried;
    }
  }
  return corner;
}

function edgesOf(node: ElkNode): NonNullable<ElkNode["edges"]> {
  return [...(node.edges ?? []), ...(node.children ?? []).flatMap(edgesOf)];
}

/** Whole numbers, and only the points where the line turns. */
function pointsOf(section: ElkEdgeSection | undefined): Point[] {
  if (section === undefined) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return true;
    if (before.x === point.x && before.y === point.y) return false;
    if (after === undefined) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

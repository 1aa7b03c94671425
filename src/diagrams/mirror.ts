import type { Box, Drawing, Point } from "./flow.ts";

/** For readers from right to left: onwards is to the left. Numbers and icons stay as they are. */
export function mirror(drawing: Drawing): Drawing {
  const point = ({ x, y }: Point): Point => ({ x: drawing.width - x, y });
  const box = <Placed extends Box>(placed: Placed): Placed => ({
    ...placed,
    x: drawing.width - placed.x - placed.width,
  });
  return {
    ...drawing,
    actors: drawing.actors.map(box),
    boundaries: drawing.boundaries.map((boundary) => ({ ...box(boundary), label: box(boundary.label) })),
    steps: drawing.steps.map(({ points, disc }) => ({ points: points.map(point), disc: point(disc) })),
  };
}

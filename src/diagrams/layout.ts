import { arrangeInColumn } from "./column.ts";
import type { Drawing, Drawings, Flow } from "./flow.ts";
import { isClear } from "./is-clear.ts";
import { type Measures, measureFlow } from "./measures.ts";
import { WIDEST } from "./sizes.ts";

/** The engine takes long for more, and no arrangement of it would be narrow enough to read. */
const MOST_FOR_ENGINE = 24;

/** Ways to place boxes in their rows. The first that is clear is taken. */
const PLACEMENTS = ["BRANDES_KOEPF", "NETWORK_SIMPLEX"] as const;

/**
 * A drawing for wide screens, where there is one, and one for phones. The engine could draw those for phones as well,
 * downwards. It was tried in six ways wherever lines of the column cross: of 200 generated flows it was better in one.
 */
export async function layOut(flow: Flow): Promise<Drawings> {
  const measures = await measureFlow(flow);
  const wide = await arrangeWide(flow, measures);
  const narrow = arrangeInColumn(flow, measures);
  return wide === undefined ? { narrow } : { wide, narrow };
}

async function arrangeWide(flow: Flow, measures: Measures): Promise<Drawing | undefined> {
  if (flow.actors.length > MOST_FOR_ENGINE) return undefined;
  const { arrange } = await import("./elk.ts");
  for (const placement of PLACEMENTS) {
    const drawing = await arrange(flow, measures, placement);
    if (drawing.width <= WIDEST && isClear(drawing, flow)) return drawing;
  }
  return undefined;
}

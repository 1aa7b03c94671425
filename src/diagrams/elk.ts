// The only file that loads elkjs. That takes 0.25 s, so this file is imported when a flow is not in the cache yet, and
// not before.

import ELK from "elkjs/lib/elk.bundled.js";
import { drawingOf } from "./elk-drawing.ts";
import { graphOf } from "./elk-graph.ts";
import type { Drawing, Flow } from "./flow.ts";
import type { Measures } from "./measures.ts";

// The types of the bundle take the library for a CommonJS module with a default in it.
const elk = new (ELK as unknown as typeof ELK.default)();

export async function arrange(flow: Flow, measures: Measures, placement: string): Promise<Drawing> {
  const result = await elk.layout(graphOf(flow, measures, placement));
  return drawingOf(result, flow, measures);
}

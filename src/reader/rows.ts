import type { Row } from "./row.ts";
import { axe, structure, validHtml } from "./rows/access.ts";
import { contrast } from "./rows/contrast.ts";
import { keyboard } from "./rows/keyboard.ts";
import { sideways, text } from "./rows/layout.ts";
import { blockingTime, paint, shift } from "./rows/paint.ts";
import { places } from "./rows/places.ts";
import { preferences } from "./rows/preferences.ts";
import { blocking, requests } from "./rows/requests.ts";
import { firstWords, roundTrips, script, weight } from "./rows/weight.ts";
import { withoutScript } from "./rows/without-script.ts";

/** All that the gate measures, in the order of its table. */
export const ROWS: readonly Row[] = [
  weight,
  firstWords,
  roundTrips,
  blocking,
  script,
  requests,
  paint,
  shift,
  blockingTime,
  axe,
  sideways,
  contrast,
  preferences,
  keyboard,
  structure,
  validHtml,
  text,
  withoutScript,
  places,
];

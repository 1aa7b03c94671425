import type { Flow, Lines } from "./flow.ts";
import { openLetters } from "./letters.ts";
import { BOX, BOX_PADDING, ICON, LABEL, LINE, TEXT } from "./sizes.ts";
import { piecesOf, wrap } from "./wrap.ts";

/** How large the boxes and labels of a flow have to be, for the words of all its languages. */
export interface Measures {
  /** Of every box, so that they stand in line. */
  readonly width: number;
  readonly height: number;
  readonly lines: ReadonlyMap<string, Lines>;
  readonly labels: ReadonlyMap<string, LabelMeasure>;
}

export interface LabelMeasure {
  readonly width: number;
  readonly height: number;
  readonly lines: Lines;
}

/** A word that is longer still is broken. */
const WIDEST_BOX = 124;

export async function measureFlow(flow: Flow): Promise<Measures> {
  const letters = await openLetters(400);
  const strong = await openLetters(600);
  // Letters of a page are those of the reader's system. With a flow's font-size-adjust none of them is wider than
  // Public Sans, which is a wide one: "Environment-" takes 88 units in it, 79 in Liberation Sans, 88 in DejaVu Sans.
  const measure = (text: string): number => letters.width(text, TEXT);
  const measureStrong = (text: string): number => strong.width(text, TEXT);
  const longest = flow.actors
    .flatMap(({ label }) => flow.languages.flatMap((language) => piecesOf(label[language] ?? "")))
    .reduce((most, piece) => Math.max(most, measure(piece.trimEnd())), 0);
  const width = Math.min(WIDEST_BOX, Math.max(BOX, even(longest + 2 * BOX_PADDING.x)));
  const lines = new Map(
    flow.actors.map(({ id, label }): [string, Lines] => [
      id,
      Object.fromEntries(
        flow.languages.map((language) => [
          language,
          wrap(label[language] ?? "", width - 2 * BOX_PADDING.x, measure),
        ]),
      ),
    ]),
  );
  const most = Math.max(
    2,
    ...[...lines.values()].flatMap((all) => Object.values(all).map(({ length }) => length)),
  );
  const labels = new Map(
    flow.boundaries.map(({ id, label }): [string, LabelMeasure] => {
      const all = Object.fromEntries(
        flow.languages.map((language) => [language, wrap(label[language] ?? "", LABEL.width, measureStrong)]),
      );
      const set = Object.values(all);
      const tall = Math.max(...set.map(({ length }) => length));
      return [
        id,
        { width: even(Math.max(...set.flat().map(measureStrong))), height: tall * LINE, lines: all },
      ];
    }),
  );
  return { width, height: even(2 * BOX_PADDING.y + ICON + 4 + most * LINE), lines, labels };
}

/** The next even number: middles stay whole. */
function even(size: number): number {
  return 2 * Math.ceil(size / 2);
}

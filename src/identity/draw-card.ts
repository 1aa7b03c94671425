import type { DrawnFlow } from "../diagrams/flow.ts";
import { openLetters } from "../diagrams/letters.ts";
import { element, text } from "../diagrams/markup.ts";
import { readPalettes, rulesFor } from "../diagrams/palette.ts";
import { drawShapes } from "../diagrams/shapes.ts";
import { openCase } from "../diagrams/type-case.ts";
import { CARD, type CardWords } from "./card.ts";
import { fitLines } from "./fit.ts";
import { bars, commit, heightOf, LEADING, pressRules, setLines, TIGHT } from "./press.ts";

const EDGE = 72;
/** The line of commits, and where the words begin beside it. */
const SPINE = 86;
const LEFT = 132;
const WIDTH = CARD.width - LEFT - EDGE;
const BAND = 14;
const BAR = 45;
const TITLES = [
  { size: 148, most: 1 },
  { size: 112, most: 1 },
  { size: 84, most: 1 },
  { size: 64, most: 2 },
  { size: 50, most: 3 },
];
/** Where a flow needs the room, the title is no larger than that, and what it says has two lines. */
const BESIDE_FLOW = 112;

/** The picture that other sites show of this one, as SVG; all words are outlines, the same on every machine. */
export async function drawCard(
  words: CardWords,
  drawn: DrawnFlow | undefined,
  styles: string,
): Promise<string> {
  const [plain, strong, heavy] = await Promise.all([openLetters(400), openLetters(600), openLetters(800)]);
  const { light } = readPalettes(styles);
  const flow = drawn?.drawings.wide === undefined ? undefined : drawn;
  const title = fitLines(
    words.title,
    WIDTH,
    flow ? TITLES.filter(({ size }) => size <= BESIDE_FLOW) : TITLES,
    (part, size) => heavy.width(part, size) * TIGHT,
  );
  const sizes = flow ? [{ size: 34, most: 2 }] : [{ size: 44, most: 4 }];
  const description = fitLines(words.description, WIDTH, sizes, (part, size) => plain.width(part, size));
  const top = flow ? 62 : 128;
  const below = top + heightOf(title, 1.02) + (flow ? 18 : 34);
  const node = top + title.size * 0.52;
  const rest = below + heightOf(description, LEADING) + 34;
  const { set, outlines } = openCase({ plain, strong });
  const shapes =
    flow &&
    placeFlow(flow, rest, (drawing) => drawShapes(flow.flow, drawing, words.language, { setText: set }));
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...CARD, viewBox: `0 0 ${CARD.width} ${CARD.height}` },
    element("style", {}, `${rulesFor(light)}${pressRules(light)}`),
    element("defs", {}, ...outlines()),
    element("rect", { class: "ground", ...CARD }),
    ...(flow ? [] : bars(rest, { ...CARD, bar: BAR })),
    element("rect", { class: "band", width: CARD.width, height: BAND }),
    element("path", { class: "spine", d: `M${SPINE} ${node}V${CARD.height}` }),
    commit(SPINE, node),
    setLines(title, { x: LEFT, y: top + title.size * 0.8 }, { leading: 1.02, letters: heavy, tight: TIGHT }),
    setLines(
      description,
      { x: LEFT, y: below + description.size * 0.8 },
      { leading: LEADING, letters: plain },
    ),
    ...(shapes ? [commit(SPINE, shapes.middle), shapes.markup] : []),
    element("title", {}, text(words.title)),
  );
}

/** As large as the rest of the card allows. */
function placeFlow(
  { drawings }: DrawnFlow,
  from: number,
  draw: (drawing: NonNullable<DrawnFlow["drawings"]["wide"]>) => string,
): { markup: string; middle: number } | undefined {
  const drawing = drawings.wide;
  if (drawing === undefined) return undefined;
  const room = CARD.height - from - 36;
  const scale = Math.min(WIDTH / drawing.width, room / drawing.height);
  const y = from + (room - drawing.height * scale) / 2;
  const rounded = Math.round(scale * 1000) / 1000;
  const markup = element(
    "g",
    { transform: `translate(${LEFT} ${Math.round(y)})scale(${rounded})` },
    draw(drawing),
  );
  return { markup, middle: y + (drawing.height * scale) / 2 };
}

import type { DrawnFlow } from "../diagrams/flow.ts";
import { type Letters, openLetters } from "../diagrams/letters.ts";
import { element, text } from "../diagrams/markup.ts";
import { readPalettes, rulesFor } from "../diagrams/palette.ts";
import { drawShapes } from "../diagrams/shapes.ts";
import { openCase } from "../diagrams/type-case.ts";
import { CARD, type CardWords } from "./card.ts";
import { type Fitted, fitLines } from "./fit.ts";

const EDGE = 72;
/** The line of commits, and where the words begin beside it. */
const SPINE = 86;
const LEFT = 132;
const WIDTH = CARD.width - LEFT - EDGE;
const BAND = 14;
const BAR = 45;
/** Between the lines of a text, in parts of its size. */
const LEADING = 1.3;
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
    element("style", {}, `${rulesFor(light)}${ownRules(light)}`),
    element("defs", {}, ...outlines()),
    element("rect", { class: "ground", ...CARD }),
    ...(flow ? [] : bars(rest)),
    element("rect", { class: "band", width: CARD.width, height: BAND }),
    element("path", { class: "spine", d: `M${SPINE} ${node}V${CARD.height}` }),
    commit(node),
    setLines(title, top + title.size * 0.8, 1.02, heavy, TIGHT),
    setLines(description, below + description.size * 0.8, LEADING, plain),
    ...(shapes ? [commit(shapes.middle), shapes.markup] : []),
    element("title", {}, text(words.title)),
  );
}

/** Large letters stand closer. */
const TIGHT = 0.97;

function ownRules({
  ink,
  rule,
  spot,
  paper,
  bar,
}: Readonly<Record<"ink" | "rule" | "spot" | "paper" | "bar", string>>): string {
  return [
    `.words{fill:${ink};stroke:none}`,
    `.band{fill:${ink};stroke:none}`,
    `.bar{fill:${bar};stroke:none}`,
    `.spine{stroke:${rule};stroke-width:4}`,
    `.commit{fill:${paper};stroke:${spot};stroke-width:5}`,
  ].join("");
}

function heightOf({ lines, size }: Fitted, leading: number): number {
  return lines.length * size * leading;
}

function commit(y: number): string {
  return element("circle", { class: "commit", cx: SPINE, cy: Math.round(y), r: 13 });
}

/** Listing paper: a line dark, a line light. */
function bars(from: number): string[] {
  const first = Math.ceil(from / BAR) * BAR;
  const tops = Array.from(
    { length: Math.ceil((CARD.height - first) / (2 * BAR)) },
    (_, index) => first + index * 2 * BAR,
  );
  return tops.map((y) => element("rect", { class: "bar", y, width: CARD.width, height: BAR }));
}

function setLines(
  { lines, size }: Fitted,
  first: number,
  leading: number,
  letters: Letters,
  tight = 1,
): string {
  const signs = lines.flatMap((line, index) => {
    let x = LEFT;
    return [...line].map((sign) => {
      const at = Math.round(x * 10) / 10;
      x += letters.width(sign, size) * tight;
      const y = Math.round(first + index * size * leading);
      return sign.trim() === ""
        ? ""
        : element("path", {
            class: "words",
            transform: `translate(${at} ${y})`,
            d: letters.outline(sign, size),
          });
    });
  });
  return signs.join("");
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

import type { DrawnFlow } from "./flow.ts";
import { openLetters } from "./letters.ts";
import { element, text } from "./markup.ts";
import { readPalettes, rulesFor } from "./palette.ts";
import { drawShapes } from "./shapes.ts";
import { LINE, TEXT } from "./sizes.ts";
import { type Faces, openCase } from "./type-case.ts";
import { starterOf, type Words } from "./words.ts";
import { wrap } from "./wrap.ts";

export interface ExportOptions {
  readonly words: Words;
  /** The style sheet that declares the page's colours. */
  readonly styles: string;
}

const MARGIN = 40;
const TITLE = 26;
const GUTTER = 36;
/** The widest a drawing gets, and the least that two columns of words need. */
const LEAST = 880;
const PNG_WIDTH = 1600;

/** A flow as files of its own: for other sites, for slides. All words are outlines, the same on every machine. */
export async function exportFlow(
  drawn: DrawnFlow,
  language: string,
  options: ExportOptions,
): Promise<{ svg: string; png: Buffer }> {
  const [plain, strong] = await Promise.all([openLetters(400), openLetters(600)]);
  const { light, dark } = readPalettes(options.styles);
  const sheet = drawSheet(drawn, language, options.words, { plain, strong });
  const svg = sheet.svg(`${rulesFor(light)}@media (prefers-color-scheme:dark){${rulesFor(dark)}}`);
  const { renderPng } = await import("../images/encode.ts");
  const png = await renderPng(sheet.svg(rulesFor(light)), PNG_WIDTH);
  return { svg, png };
}

function drawSheet({ flow, drawings }: DrawnFlow, language: string, words: Words, { plain, strong }: Faces) {
  const title = flow.title[language] ?? "";
  const { wide, narrow } = drawings;
  const drawing = wide ?? narrow;
  // A narrow drawing has the words beside it, a wide one has them below.
  const below = wide !== undefined;
  const width = below ? Math.max(LEAST, drawing.width) : LEAST;
  const top = MARGIN + TITLE + 26;
  const wordsLeft = below ? 0 : drawing.width + GUTTER;
  const columns = below ? 2 : 1;
  const column = (width - wordsLeft - (columns - 1) * GUTTER) / columns;
  const sentences = flow.steps.map(
    (step, index) =>
      [
        `${index + 1}`,
        wrap(
          `${step.text[language] ?? ""} (${starterOf(flow, step, language, words)})`,
          column - 30,
          (part) => plain.width(part, TEXT),
        ),
      ] as const,
  );
  const size = (lines: readonly string[]): number => lines.length * (LINE + 2) + 7;
  const total = sentences.reduce((sum, [, lines]) => sum + size(lines), 0);
  const wordsTop = below ? top + drawing.height + GUTTER : top;
  const { set, outlines } = openCase({ plain, strong });
  let [x, y] = [wordsLeft, wordsTop];
  let lowest = wordsTop;
  const list = sentences.flatMap(([number, lines]) => {
    // Into the second column once the first holds half of it.
    if (columns === 2 && x === wordsLeft && y - wordsTop >= total / 2) [x, y] = [column + GUTTER, wordsTop];
    const at = y;
    y += size(lines);
    lowest = Math.max(lowest, y);
    return [
      set(number, x + 16 - strong.width(number, TEXT), at + TEXT, "start", true),
      ...lines.map((line, index) => set(line, x + 28, at + TEXT + index * (LINE + 2), "start", false)),
    ];
  });
  const height = Math.max(lowest, top + drawing.height);
  const middle = below ? Math.round((width - drawing.width) / 2) : 0;
  const whole = { width: width + 2 * MARGIN, height: Math.ceil(height) + MARGIN };
  const content = [
    element(
      "g",
      { transform: `translate(0 ${MARGIN + TITLE - 6})scale(${TITLE / TEXT})` },
      set(title, 0, 0, "start", true),
    ),
    element("path", { d: `M0 ${MARGIN + TITLE + 8}h${width}` }),
    element(
      "g",
      { transform: `translate(${middle} ${top})` },
      drawShapes(flow, drawing, language, { setText: set }),
    ),
    ...list,
  ];
  const description = flow.steps
    .map((step, index) => `${index + 1}. ${step.text[language] ?? ""}.`)
    .join(" ");
  return {
    svg: (rules: string): string =>
      element(
        "svg",
        {
          xmlns: "http://www.w3.org/2000/svg",
          lang: language,
          ...whole,
          viewBox: `0 0 ${whole.width} ${whole.height}`,
        },
        element("title", {}, text(title)),
        element("desc", {}, text(description)),
        element("style", {}, rules),
        element("defs", {}, ...outlines()),
        element("rect", { class: "ground", ...whole }),
        element("g", { transform: `translate(${MARGIN} 0)` }, ...content),
      ),
  };
}

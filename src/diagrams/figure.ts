import { directionOf } from "../language.ts";
import type { Drawing, DrawnFlow, Flow, Step } from "./flow.ts";
import { element, text } from "./markup.ts";
import { mirror } from "./mirror.ts";
import { drawShapes, type SetText, type ShapeOptions } from "./shapes.ts";
import { TEXT } from "./sizes.ts";
import { say, starterOf, type Words } from "./words.ts";

export interface FigureOptions {
  /** What the drawing is called for those who do not see it; the flow's title by default. */
  readonly alternative?: string;
  /** HTML that our own Markdown made; the flow's title by default. */
  readonly caption?: string;
  readonly id?: string;
  /** HTML of our own as well: a link to the figure itself. */
  readonly link?: string;
  readonly words: Words;
}

export interface ComparisonOptions extends Omit<FigureOptions, "alternative"> {
  /** One for each flow. */
  readonly alternatives?: readonly string[];
}

type OnlyHere = NonNullable<ShapeOptions["onlyHere"]>;

/** A flow on a page: its drawings, a line on how to read them, and its steps in words. */
export function drawFigure({ flow, drawings }: DrawnFlow, language: string, options: FigureOptions): string {
  const { words } = options;
  const title = flow.title[language] ?? "";
  const alternative = options.alternative || title;
  const { wide, narrow } = drawings;
  const variants = wide === undefined ? "" : ` flow--wide-from-${roomFor(wide)}`;
  return element(
    "figure",
    { id: options.id, class: `figure flow${variants}`, ...controlWords(words) },
    element("figcaption", {}, options.caption ?? text(title)),
    options.link ?? "",
    wide === undefined ? "" : drawSvg(flow, wide, language, alternative, "wide"),
    drawSvg(flow, narrow, language, alternative, "narrow"),
    drawKey(flow.steps, words),
    listSteps(flow, language, words),
  );
}

/** Two flows beside each other. What only one of them has is marked in its drawing and in its list. */
export function drawComparison(
  pair: readonly [DrawnFlow, DrawnFlow],
  language: string,
  options: ComparisonOptions,
): string {
  const { caption, words, alternatives = [] } = options;
  const sides = pair.map(({ flow, drawings }, index) => {
    const other = pair[1 - index]?.flow ?? flow;
    const onlyHere = differences(flow, other);
    const title = flow.title[language] ?? "";
    return element(
      "div",
      { class: "flow__side", ...controlWords(words) },
      element("p", { class: "flow__title" }, text(title)),
      drawSvg(flow, drawings.narrow, language, alternatives[index] || title, "narrow", onlyHere),
      drawKey(flow.steps, words),
      listSteps(flow, language, words, onlyHere),
    );
  });
  return element(
    "figure",
    { id: options.id, class: "figure flow flow--pair" },
    caption === undefined ? "" : element("figcaption", {}, caption),
    options.link ?? "",
    element("div", { class: "flow__sides" }, ...sides),
  );
}

/** The actors and steps of a flow that another does not have. A step that someone else starts is another step. */
export function differences(flow: Flow, other: Flow): OnlyHere {
  const idOf = (step: Step): string => JSON.stringify([step.from, step.to, step.starter, step.text]);
  const theirs = new Set(other.steps.map(idOf));
  const kinds = new Map(other.actors.map(({ id, kind }) => [id, kind]));
  return {
    actors: new Set(flow.actors.filter(({ id, kind }) => kinds.get(id) !== kind).map(({ id }) => id)),
    steps: new Set([...flow.steps.keys()].filter((index) => !theirs.has(idOf(flow.steps[index] as Step)))),
  };
}

/** The widths, in rem, from which on a page shows a wide drawing; the last has 14 units in 12 pixels at the widest. */
const ROOMS = [36, 42, 48, 54];

function roomFor({ width }: Drawing): number {
  const least = (width * 12) / TEXT / 16;
  return ROOMS.find((room) => room >= least) ?? 54;
}

const asText: SetText = (words, x, y, place, strong) =>
  words === ""
    ? ""
    : element("text", { x, y, class: strong && place === "start" ? "flow__label" : undefined }, text(words));

/** One arrangement of a flow as SVG, without words of its own apart from the labels. */
export function drawSvg(
  flow: Flow,
  drawing: Drawing,
  language: string,
  alternative: string,
  variant: "wide" | "narrow",
  onlyHere?: OnlyHere,
): string {
  const { width, height } = drawing;
  const isMirrored = directionOf(language) === "rtl";
  return element(
    "svg",
    {
      class: `flow__drawing flow__drawing--${variant}`,
      role: "img",
      "aria-label": alternative,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    drawShapes(flow, isMirrored ? mirror(drawing) : drawing, language, {
      setText: asText,
      isMirrored,
      ...(onlyHere && { onlyHere }),
    }),
  );
}

/** Only for the kinds of lines that the flow has. */
function drawKey(steps: readonly Step[], words: Words): string {
  const sample = (names: string, shapes: string): string =>
    element(
      "svg",
      { class: "flow__sample", "aria-hidden": "true", viewBox: "0 0 60 24", width: 60, height: 24 },
      element("g", { class: `flow__step${names}` }, shapes),
    );
  const line = (disc: number): string =>
    `<path d="M1 12h50"/><path class="flow__head" d="M59 12l-9-5v10z"/>${element("circle", { cx: disc, cy: 12, r: 7 })}`;
  const entries: [boolean, string, string][] = [
    [steps.some(({ starter }) => starter === "sender"), sample("", line(14)), "flowKeySender"],
    [
      steps.some(({ starter }) => starter === "receiver"),
      sample(" flow__step--pull", line(41)),
      "flowKeyReceiver",
    ],
  ];
  const shown = entries.filter(([there]) => there);
  const spans = shown.map(([, drawing, name]) =>
    element("span", { class: "flow__entry" }, drawing, element("span", {}, text(say(words, name)))),
  );
  return element("div", { class: "flow__reading" }, element("p", { class: "flow__key" }, spans.join(" ")));
}

function listSteps(flow: Flow, language: string, words: Words, onlyHere?: OnlyHere): string {
  const items = flow.steps.map((step, index) =>
    element(
      "li",
      { class: onlyHere?.steps.has(index) ? "flow__item flow__item--only" : "flow__item" },
      element("span", { class: "flow__sentence" }, text(step.text[language] ?? "")),
      " ",
      element("span", { class: "flow__starter" }, text(`(${starterOf(flow, step, language, words)})`)),
      onlyHere?.steps.has(index)
        ? ` ${element("mark", { class: "flow__only" }, text(say(words, "flowOnlyHere")))}`
        : "",
    ),
  );
  return element(
    "details",
    { class: "flow__steps", open: true },
    element("summary", {}, text(say(words, "flowSteps"))),
    element("ol", {}, ...items),
  );
}

/** The script makes the controls, and finds their words here. */
function controlWords(words: Words): Record<string, string> {
  return {
    "data-play": say(words, "flowPlay"),
    "data-pause": say(words, "flowPause"),
    "data-previous": say(words, "flowPrevious"),
    "data-next": say(words, "flowNext"),
  };
}

import { openLetters } from "../diagrams/letters.ts";
import { element, text } from "../diagrams/markup.ts";
import { findMissingSigns } from "../diagrams/missing-signs.ts";
import { readPalettes } from "../diagrams/palette.ts";
import { fitLines } from "./fit.ts";
import { bars, commit, heightOf, LEADING, pressRules, setLines, TIGHT } from "./press.ts";

export interface CoverWords {
  readonly title: string;
  readonly description: string;
  readonly authors: readonly string[];
}

/** As high as shops and shelves show books; drawn in these units, and rendered at the width that shops ask for. */
const COVER = { width: 600, height: 960 } as const;
const PIXELS = 1600;
const EDGE = 48;
const SPINE = 58;
const LEFT = 98;
const WIDTH = COVER.width - LEFT - EDGE;
const BAR = 40;
const TOP = 150;
const TITLES = [
  { size: 136, most: 1 },
  { size: 112, most: 1 },
  { size: 88, most: 2 },
  { size: 64, most: 3 },
  { size: 44, most: 5 },
];

/** The front of a book as PNG; undefined where the font of drawings lacks a letter of it. */
export async function makeCover(words: CoverWords, styles: string): Promise<Buffer | undefined> {
  if ((await findMissingSigns(words.title + words.description)).length > 0) return undefined;
  // To name only some of them would be wrong.
  const missing = await findMissingSigns(words.authors.join(""));
  const svg = await drawCover(missing.length > 0 ? { ...words, authors: [] } : words, styles);
  const { renderPng } = await import("../images/encode.ts");
  return renderPng(svg, PIXELS);
}

/** All words are outlines, the same on every machine. */
export async function drawCover(
  { title, description, authors }: CoverWords,
  styles: string,
): Promise<string> {
  const [plain, strong, heavy] = await Promise.all([openLetters(400), openLetters(600), openLetters(800)]);
  const { light } = readPalettes(styles);
  const name = fitLines(title, WIDTH, TITLES, (part, size) => heavy.width(part, size) * TIGHT);
  const about = fitLines(description, WIDTH, [{ size: 32, most: 7 }], (part, size) =>
    plain.width(part, size),
  );
  const by = fitLines(authors.join(", "), WIDTH, [{ size: 26, most: 4 }], (part, size) =>
    strong.width(part, size),
  );
  const below = TOP + heightOf(name, 1.02) + 30;
  const rest = below + heightOf(about, LEADING) + 40;
  const foot = COVER.height - EDGE - heightOf(by, LEADING);
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...COVER, viewBox: `0 0 ${COVER.width} ${COVER.height}` },
    element("style", {}, `.ground{fill:${light.paper}}${pressRules(light)}`),
    element("rect", { class: "ground", ...COVER }),
    ...bars(rest, { ...COVER, bar: BAR }),
    element("rect", { class: "band", width: COVER.width, height: 16 }),
    element("path", { class: "spine", d: `M${SPINE} ${TOP + name.size * 0.52}V${COVER.height}` }),
    commit(SPINE, TOP + name.size * 0.52),
    setLines(name, { x: LEFT, y: TOP + name.size * 0.8 }, { leading: 1.02, letters: heavy, tight: TIGHT }),
    setLines(about, { x: LEFT, y: below + about.size * 0.8 }, { leading: LEADING, letters: plain }),
    ...(authors.length === 0 ? [] : [commit(SPINE, foot + by.size * 0.5)]),
    setLines(by, { x: LEFT, y: foot + by.size * 0.8 }, { leading: LEADING, letters: strong }),
    element("title", {}, text(title)),
  );
}

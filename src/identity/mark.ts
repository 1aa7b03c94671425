import { openLetters } from "../diagrams/letters.ts";
import { element, text } from "../diagrams/markup.ts";
import { readPalettes } from "../diagrams/palette.ts";

const SIZE = 512;
const LETTER = { size: 340, width: 264 } as const;
const STROKE = 40;
const SPINE = 112;

/** The mark of a site that has none of its own: the line of commits, and the first letter of its title. */
export async function drawMark(title: string, styles: string): Promise<string> {
  const { paper, ink, spot } = readPalettes(styles).light;
  const letters = await openLetters(800);
  const [initial = ""] = title.normalize("NFC").toUpperCase();
  const isThere = initial !== "" && letters.has(initial);
  const spine = isThere ? SPINE : SIZE / 2;
  const middle = (SPINE + 2 * STROKE + SIZE - STROKE) / 2;
  // A "W" is half as wide again as an "H".
  const size = Math.min(LETTER.size, Math.floor(LETTER.width / letters.width(initial, 1)));
  const x = Math.round(middle - letters.width(initial, size) / 2);
  const line = { fill: paper, stroke: spot, "stroke-width": STROKE };
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: SIZE, height: SIZE, viewBox: `0 0 ${SIZE} ${SIZE}` },
    element("title", {}, text(title)),
    element("rect", { width: SIZE, height: SIZE, rx: 96, fill: paper }),
    element("path", { ...line, d: `M${spine} 80v352` }),
    element("circle", { ...line, cx: spine, cy: SIZE / 2, r: 56 }),
    isThere
      ? element("path", {
          fill: ink,
          transform: `translate(${x} ${SIZE / 2 + Math.round(size * 0.35)})`,
          d: letters.outline(initial, size),
        })
      : "",
  );
}

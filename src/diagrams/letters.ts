// The only importer of opentype.js: the letters of a font from the registry, the same on every machine. Loading it
// and reading a font takes 60 ms, so this file is imported when a drawing is not in the cache yet, and not before.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Font, parse } from "opentype.js/dist/opentype.mjs";
import { PROJECT } from "../project.ts";

export interface Letters {
  /** A sign that it lacks is drawn as the empty box that fonts have for it. */
  has(sign: string): boolean;
  /** How wide a text is, in units, at the size. */
  width(text: string, size: number): number;
  /** The outline of one sign at the origin, as the data of a path. */
  outline(sign: string, size: number): string;
}

const SUBSETS = ["latin", "latin-ext"];
const opened = new Map<number, Promise<Letters>>();

export function openLetters(weight: 400 | 600 | 800): Promise<Letters> {
  const known = opened.get(weight) ?? readLetters(weight);
  opened.set(weight, known);
  return known;
}

async function readLetters(weight: number): Promise<Letters> {
  const require = createRequire(join(PROJECT, "package.json"));
  const fonts = await Promise.all(
    SUBSETS.map(async (subset) => {
      const file = require.resolve(
        `@fontsource/public-sans/files/public-sans-${subset}-${weight}-normal.woff`,
      );
      const bytes = await readFile(file);
      return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    }),
  );
  const [first] = fonts;
  if (first === undefined) throw new Error("Cannot find the font of the drawings");
  const fontWith = (sign: string): Font | undefined => fonts.find((font) => font.charToGlyph(sign).index > 0);
  const fontOf = (sign: string): Font => fontWith(sign) ?? first;
  // Each sign is measured again and again while words are set in lines.
  const advances = new Map<string, number>();
  const advance = (sign: string): number => {
    const known = advances.get(sign);
    if (known !== undefined) return known;
    const font = fontOf(sign);
    const width = (font.charToGlyph(sign).advanceWidth ?? 0) / font.unitsPerEm;
    advances.set(sign, width);
    return width;
  };
  return {
    has: (sign) => fontWith(sign) !== undefined,
    width(text, size) {
      let sum = 0;
      for (const sign of text) sum += advance(sign);
      return sum * size;
    },
    outline: (sign, size) => fontOf(sign).charToGlyph(sign).getPath(0, 0, size).toPathData(2),
  };
}

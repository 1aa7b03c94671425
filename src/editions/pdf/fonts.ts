import { createRequire } from "node:module";
import { join } from "node:path";
import { PROJECT } from "../../project.ts";

/** Where a book finds its fonts, which are the same on every machine: `/.fonts/source-serif-4/400.css` */
const PLACE = "/.fonts/";

export const FONTS = [
  ...["400", "400-italic", "600", "700"].map((style) => `${PLACE}source-serif-4/${style}.css`),
  ...["400", "700"].map((style) => `${PLACE}public-sans/${style}.css`),
  ...["400", "700"].map((style) => `${PLACE}source-code-pro/${style}.css`),
];

/** The file of a font, or of a style sheet that declares one; undefined for every other path. */
export function fontFile(path: string): string | undefined {
  if (!path.startsWith(PLACE)) return undefined;
  const require = createRequire(join(PROJECT, "package.json"));
  return require.resolve(`@fontsource/${path.slice(PLACE.length)}`);
}

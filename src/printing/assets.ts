import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** In the order in which they win. */
const LAYERS = ["tokens", "reset", "prose", "parts", "print"];

/** One file a concern. */
const STYLES = ["tokens", "reset", "prose", "parts"];

/**
 * What no reader needs before they point at something, before the first list, before the scripts have run, before the end,
 * or before they print.
 */
const LATE = ["hover", "places", "lists", "controls", "footer", "print"];

/** Early on pages that have some of it, late on others. */
const RARE = "rare";

/** Only on pages that show a flow. */
const FLOWS = "flows";
const LATE_FLOWS = ["flow-shapes", "flow-player"];

/** In the head, where all that is painted waits for it. */
const BEFORE_PAINT = "before-paint";

/** Only where somebody searches. Its parts stand in the order in which one uses another. */
const SEARCH = "search";
const SEARCH_PARTS = ["find", "results", "dialog"];

/** Only where somebody wants the address of a paragraph. */
const PLACES_PARTS = ["address", "links"];

export interface Assets {
  readonly styles: string;
  /** Styles that come after the first words: a round trip less until these can be read. */
  readonly late: string;
  readonly script: string;
}

/** What goes into every page, and what a page with a flow has besides. */
export interface AllAssets extends Assets {
  readonly beforePaint: string;
  /** Styles for what few pages have. */
  readonly rare: string;
  /** Goes into a file of its own. */
  readonly search: Omit<Assets, "late">;
  /** So does this. */
  readonly places: string;
  readonly flows: Assets;
  /** The style sheet that declares the page's colours. */
  readonly tokens: string;
}

/** The styles and the scripts that go into each page: a file of their own would be a request that reading waits for. */
export async function readAssets(
  layouts: string,
  minify: (script: string) => Promise<string> = async (script) => script,
): Promise<AllAssets> {
  const read = async (path: string): Promise<string> => {
    const text = withoutComments(await readFile(join(layouts, path), "utf8"));
    return path.endsWith(".css") ? withoutSpaces(text) : text;
  };
  const readAll = async (paths: readonly string[]): Promise<string> =>
    (await Promise.all(paths.map(read))).join("\n");
  const readModules = async (folder: string, parts: readonly string[]): Promise<string> =>
    withoutModules(await readAll(parts.map((name) => `scripts/${folder}/${name}.js`)));
  const apart = [FLOWS, BEFORE_PAINT].map((name) => `${name}.js`);
  const scripts = (await readdir(join(layouts, "scripts")))
    .filter((name) => name.endsWith(".js") && !apart.includes(name))
    .sort();
  const order = `@layer ${LAYERS.join(", ")};\n`;
  const tokens = await readFile(join(layouts, "styles/tokens.css"), "utf8");
  return {
    styles: order + (await readAll(STYLES.map((name) => `styles/${name}.css`))),
    late: await readAll(LATE.map((name) => `styles/${name}.css`)),
    rare: await read(`styles/${RARE}.css`),
    beforePaint: await minify(await read(`scripts/${BEFORE_PAINT}.js`)),
    search: {
      styles: await read(`styles/${SEARCH}.css`),
      script: await readModules(SEARCH, SEARCH_PARTS),
    },
    places: await readModules("places", PLACES_PARTS),
    script: await minify(await readAll(scripts.map((name) => `scripts/${name}`))),
    flows: {
      styles: await read(`styles/${FLOWS}.css`),
      late: await readAll(LATE_FLOWS.map((name) => `styles/${name}.css`)),
      script: await minify(await read(`scripts/${FLOWS}.js`)),
    },
    tokens,
  };
}

/** Takes out indents, empty lines and comments, which stand on lines of their own in our scripts; strings stay. */
function withoutComments(text: string): string {
  return text
    .replace(
      /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\//g,
      (_, string: string | undefined) => string ?? "",
    )
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n");
}

/** Takes out the characters that mean nothing in a style sheet; white space before a colon would mean something. */
function withoutSpaces(styles: string): string {
  return styles.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|[\s;]*(\})\s*|\s*([{,;])\s*|(:) |(?<![\w.#-])0(?=\.\d)/g,
    (_, string = "", end = "", sign = "", colon = "") => string + end + sign + colon,
  );
}

/** Modules as one classic script: they share a scope there, so that what they import is at hand. */
function withoutModules(text: string): string {
  return text.replace(/^import .*\n/gm, "").replace(/^export /gm, "");
}

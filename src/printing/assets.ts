import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// One file a concern; the order of the layers is the order of the list.
const STYLES = ["tokens", "reset", "prose", "parts", "print"];

/** Only on pages that show a flow. */
const FLOWS = "flows";

export interface Assets {
  readonly styles: string;
  readonly script: string;
}

/** What goes into every page, and what a page with a flow has besides. */
export interface AllAssets extends Assets {
  readonly flows: Assets;
  /** The style sheet that declares the page's colours. */
  readonly tokens: string;
}

/** The styles and the scripts that go into each page: a file of their own would be a request that reading waits for. */
export async function readAssets(layouts: string): Promise<AllAssets> {
  const read = async (path: string): Promise<string> =>
    withoutComments(await readFile(join(layouts, path), "utf8"));
  const readAll = async (paths: readonly string[]): Promise<string> =>
    (await Promise.all(paths.map(read))).join("\n");
  const scripts = (await readdir(join(layouts, "scripts"))).filter((name) => name.endsWith(".js")).sort();
  const order = `@layer ${STYLES.join(", ")};\n`;
  const tokens = await readFile(join(layouts, "styles/tokens.css"), "utf8");
  return {
    styles: order + (await readAll(STYLES.map((name) => `styles/${name}.css`))),
    script: await readAll(scripts.filter((name) => name !== `${FLOWS}.js`).map((name) => `scripts/${name}`)),
    flows: { styles: await read(`styles/${FLOWS}.css`), script: await read(`scripts/${FLOWS}.js`) },
    tokens,
  };
}

/**
 * Takes comments, indents and empty lines out; strings stay as they are. Brotli makes a real minifier worth a few
 * hundred bytes only. Our scripts have no comments but those on lines of their own.
 */
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

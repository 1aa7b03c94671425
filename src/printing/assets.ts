import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// One file a concern; the order of the layers is the order of the list.
const STYLES = ["tokens", "reset", "prose", "parts", "print"];

export interface Assets {
  readonly styles: string;
  readonly script: string;
}

/** The styles and the scripts that go into each page: a file of their own would be a request that reading waits for. */
export async function readAssets(layouts: string): Promise<Assets> {
  const read = (path: string): Promise<string> => readFile(join(layouts, path), "utf8");
  const styles = await Promise.all(STYLES.map((name) => read(`styles/${name}.css`)));
  const names = (await readdir(join(layouts, "scripts"))).filter((name) => name.endsWith(".js")).sort();
  const scripts = await Promise.all(names.map((name) => read(`scripts/${name}`)));
  const order = `@layer ${STYLES.join(", ")};`;
  return {
    styles: [order, ...styles.map(withoutComments)].join("\n"),
    script: scripts.map(withoutComments).join("\n"),
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

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../error-code.ts";

/** Every file below `content/` and `images/`, relative to the site's folder, in one order on every machine. */
export async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  const found = await Promise.all(["content", "images"].map((name) => listBelow(folder, name)));
  return new Set(found.flat().sort());
}

async function listBelow(folder: string, below: string): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    const found = entries
      .filter(({ name }) => !name.startsWith("."))
      .map((entry) =>
        entry.isDirectory() ? listBelow(folder, `${below}/${entry.name}`) : [`${below}/${entry.name}`],
      );
    return (await Promise.all(found)).flat();
  } catch (error) {
    // A site without pictures has no such folder.
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return [];
    throw error;
  }
}

/** `content/en/why.md` → its language, its name, and whether it is a page of its own; undefined for other files. */
export function placeOfFile(
  file: string,
  languages: readonly string[],
): { language: string; name: string; isPage: boolean } | undefined {
  const match = /^content\/([^/]+)\/(pages\/)?([^/]+)\.md$/.exec(file);
  const [, language, pages, name] = match ?? [];
  if (language === undefined || name === undefined || !languages.includes(language)) return undefined;
  return { language, name, isPage: pages !== undefined };
}

export function fileOf(language: string, name: string, { isPage = false } = {}): string {
  return `content/${language}/${isPage ? "pages/" : ""}${name}.md`;
}

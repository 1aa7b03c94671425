import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const SETTINGS =
  "title: Bees\ndescription: How a hive works\naddress: https://bees.example.org\nlanguages: [en]\nsections: [bees, hive]\n";
const FILES = {
  "content/_data/site.yaml": SETTINGS,
  "content/en/bees.md": "# Bees\n\nA bee is small.\n",
  "content/en/hive.md": "# The hive\n\nMany [bees](bees.md) live in one.\n",
};

/** A site of two sections in a new folder; `changes` replaces, adds or (with null) leaves out files. */
export function writeSmallSite(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-site-"));
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Every file below a folder with its content, and when it was changed. */
export function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [
      name,
      `${statSync(join(folder, name)).mtimeMs} ${readFileSync(join(folder, name), "base64")}`,
    ]),
  );
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../src/build.ts";

export const SETTINGS = `title: Bees
description: How a hive works
address: https://bees.example.org
languages: [en]
sections: [bees, hive]
`;

const FILES: Readonly<Record<string, string>> = {
  "content/_data/site.yaml": SETTINGS,
  "content/en/bees.md": "# Bees\n\nA bee is small.\n",
  "content/en/hive.md": "# The hive\n\nMany [bees](bees.md) live in one.\n",
};

/** A site of two sections in a folder that is gone after the test; null leaves a file out. */
export function writeSite(changes: Readonly<Record<string, string | Buffer | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-content-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** What the whole pipeline says of a site, a line each: `site.yaml:1:1 Cannot …`. */
export async function said(folder: string): Promise<string[]> {
  const { problems } = await run({ folder, mode: "check", cache: `${folder}.cache` });
  return problems.map(({ place: { file, line, column }, message }) => {
    return `${file.replace(/^content\/(_data\/)?/, "")}:${line}:${column} ${message}`;
  });
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { DrawnFlow } from "../../src/diagrams/flow.ts";
import { layOut } from "../../src/diagrams/layout.ts";
import { readFlow } from "../../src/diagrams/read-flow.ts";
import type { Words } from "../../src/diagrams/words.ts";
import { LAYOUTS, PROJECT } from "../../src/project.ts";

export const FIXTURES = join(PROJECT, "tests/fixtures/flows");
export const IMAGES = join(PROJECT, "images");

export function flowNames(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".flow.yaml"));
  return files.map((file) => file.replace(/\.flow\.yaml$/, "")).sort();
}

/** A flow as its file has it, laid out without any cache. */
export async function draw(folder: string, name: string, languages: readonly string[]): Promise<DrawnFlow> {
  const file = `images/${name}.flow.yaml`;
  const { flow, problems } = readFlow(
    readFileSync(join(folder, `${name}.flow.yaml`), "utf8"),
    file,
    languages,
  );
  if (flow === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { flow, drawings: await layOut(flow) };
}

export function wordsIn(language: string): Words {
  return parse(readFileSync(join(LAYOUTS, "words", `${language}.yaml`), "utf8"));
}

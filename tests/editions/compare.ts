import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PROJECT } from "../../src/project.ts";
import type { Found } from "./read.ts";
import { type Said, wordsIn } from "./said.ts";

export interface Difference {
  /** What the document says and the edition does not, at its place. */
  readonly lost: readonly string[];
  /** Words of the edition that are neither the document's nor the interface's. */
  readonly added: readonly string[];
}

/** Every word of the document in its order, and no other: what is left of the edition are words of the interface. */
export function compareWords(
  { runs, names }: Said,
  { words }: Pick<Found, "words">,
  language: string,
): Difference {
  const known = interfaceWords(language);
  const lost: string[] = [];
  const left: string[] = [];
  let from = 0;
  for (const run of runs) {
    const at = find(run, words, from);
    if (at < 0) lost.push(run.join(" "));
    else {
      left.push(...words.slice(from, at));
      from = at + run.length;
    }
  }
  left.push(...words.slice(from));
  return { lost, added: left.filter((word) => !known.has(word) && !names.has(word)) };
}

function find(run: readonly string[], words: readonly string[], from: number): number {
  for (let at = from; at + run.length <= words.length; at++) {
    if (run.every((word, index) => words[at + index] === word)) return at;
  }
  return -1;
}

function interfaceWords(language: string): ReadonlySet<string> {
  const words = parse(readFileSync(join(PROJECT, `layouts/words/${language}.yaml`), "utf8"));
  return new Set(Object.values(words as Record<string, string>).flatMap(wordsIn));
}

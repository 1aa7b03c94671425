import type { BuiltPage, Document, Problem } from "../model.ts";
import { applyAllowances } from "./allowances.ts";
import { readBuiltPage } from "./built-facts.ts";
import { RULES } from "./rules.ts";

/** Document and printed pages → all problems, in the order of files and lines. */
export async function findProblems(
  document: Document,
  pages: readonly BuiltPage[],
): Promise<readonly Problem[]> {
  const subject = { document, built: pages.map(readBuiltPage) };
  const found: Problem[] = [];
  for (const { name, severity = "error", check } of RULES) {
    for await (const finding of check(subject)) found.push({ rule: name, severity, ...finding });
  }
  return once(applyAllowances([...document.problems, ...found], document)).sort(inOrder);
}

/** A list that several pages show has its slips once. */
function once(problems: readonly Problem[]): Problem[] {
  const said = new Map(
    problems.map((problem) => {
      const { rule, message, place } = problem;
      return [[rule, place.file, place.line, place.column, message].join("\0"), problem];
    }),
  );
  return [...said.values()];
}

export function hasErrors(problems: readonly Problem[], { strict = false } = {}): boolean {
  return problems.some(({ severity }) => severity === "error" || strict);
}

/** The order of files and lines. */
export function inOrder({ place: a }: Problem, { place: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

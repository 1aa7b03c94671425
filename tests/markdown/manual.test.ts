// UPDATE=1 writes what is printed now into the manual: read the diff, line by line, before you commit it.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { type Example, readExamples, rewriteExamples } from "./manual.ts";
import { printed } from "./reading.ts";

const FOLDER = join(PROJECT, "tests/fixtures/markdown");
const checker = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // A part of a page stands without its head and its own h1.
    "heading-level": "off",
    // Ids may hold letters of any language, and signs.
    "valid-id": ["error", { relaxed: true }],
    "no-inline-style": "error",
    "no-trailing-whitespace": "off",
  },
});

function print({ input, words }: Example): string {
  const aliases = new Map<string, string[]>();
  for (const word of words) {
    const [, old, id] = /^alias=(.*):(.*)$/.exec(word) ?? [];
    if (old !== undefined && id !== undefined) aliases.set(id, [...(aliases.get(id) ?? []), old]);
  }
  return printed(input, { shift: words.includes("shift") ? 1 : 0, aliases }).html;
}

const manuals = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));

describe.each(manuals)("the manual %s says", (name) => {
  const path = join(FOLDER, name);
  const manual = readFileSync(path, "utf8");
  if (process.env.UPDATE !== undefined && process.env.UPDATE !== "") {
    writeFileSync(path, rewriteExamples(manual, print));
  }
  const examples = readExamples(readFileSync(path, "utf8"));

  test("something: every fence of four holds an example", () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.length * 2).toBe(manual.match(/^````+/gm)?.length);
  });

  test.each(examples)("at line $line what is printed", (example) => {
    expect(print(example)).toBe(example.expected);
  });

  test.each(examples)("at line $line HTML that is valid", (example) => {
    const { results } = checker.validateStringSync(print(example));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });
});

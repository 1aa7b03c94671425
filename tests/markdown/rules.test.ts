import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { toHtml } from "./read.ts";

const FILE = join(PROJECT, "tests/fixtures/markdown/rules.md");
const EXAMPLE = /^`{8} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{8}$/gm;
const text = readFileSync(FILE, "utf8");

if (process.env.UPDATE === "1") {
  writeFileSync(
    FILE,
    text.replace(
      EXAMPLE,
      (_, from: string) => `\`\`\`\`\`\`\`\` example\n${from}.\n${toHtml(from)}\`\`\`\`\`\`\`\``,
    ),
  );
}

const examples = [...readFileSync(FILE, "utf8").matchAll(EXAMPLE)].map(
  ([, from = "", to = ""]) => [from, to] as const,
);

it("has examples", () => expect(examples.length).toBeGreaterThan(11));

it.each(examples)("becomes what the manual says: %j", (from, to) => {
  expect(toHtml(from)).toBe(to);
});

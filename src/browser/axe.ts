import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page as Tab } from "playwright-core";
import { PROJECT } from "../project.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Axe {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The rules that look at colours. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** The rules of axe-core (WCAG 2.2 A and AA, best practice) that a page breaks as it is now: `name: first element`. */
export async function brokenRules(tab: Tab, rules: readonly string[] = TAGS): Promise<string[]> {
  if (!(await tab.evaluate(() => "axe" in globalThis))) {
    const file = createRequire(join(PROJECT, "package.json")).resolve("axe-core/axe.min.js");
    await tab.evaluate(await readFile(file, "utf8"));
  }
  return tab.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(document, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    },
    // What is sound, and where exactly the rest stands, is work for nobody here.
    { runOnly: [...rules], resultTypes: ["violations"], selectors: false },
  );
}

// Each rule has a tiny site on disk with that one fault, and beside it what is said about it. Once a message has changed
// for good, `UPDATE=1 npx vitest run tests/checks` writes them anew: read the difference as an editor would.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { report } from "../../src/checks/report.ts";
import { RULES } from "../../src/checks/rules.ts";
import { PROJECT } from "../../src/project.ts";

const SITES = join(PROJECT, "tests/fixtures/sites");
const folders = readdirSync(SITES);
// Found while files are read, before the rules have their turn.
const READING = ["settings", "front-matter", "list", "allowance", "unreadable", "flow", "card", "words"];
// A fault of templates, which no site can have: see built-pages.test.ts.
const PRINTING = ["template-link"];
// Needs a repository of its own: see tests/history.
const HISTORY = ["history-missing"];

describe("a site with one fault", () => {
  it("is there for each rule, and for nothing else", () => {
    const rules = RULES.map(({ name }) => name).filter((name) => ![...PRINTING, ...HISTORY].includes(name));
    expect(folders.sort()).toEqual([...rules, ...READING].sort());
  });

  it.each(folders)("is told what is wrong: %s", async (rule) => {
    const outcome = await run({ folder: join(SITES, rule), mode: "check" });
    const said = report(outcome.problems, "text", { sources: outcome.document.sources });
    const file = join(SITES, rule, "expected.txt");
    if (process.env.UPDATE === "1") writeFileSync(file, said);
    expect(existsSync(file), `${file} is missing; run with UPDATE=1`).toBe(true);
    expect(said).toBe(readFileSync(file, "utf8"));
    expect(outcome.problems.some((problem) => problem.rule === rule)).toBe(true);
  });
});

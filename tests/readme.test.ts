import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLedger } from "../src/content/ledger.ts";
import { ACTOR_KINDS } from "../src/diagrams/flow.ts";
import { readFlow } from "../src/diagrams/read-flow.ts";
import { PROJECT } from "../src/project.ts";

const read = (file: string): string => readFileSync(join(PROJECT, file), "utf8");

/** Paths in the rows of a README's table, `like/this`. */
function pathsInTables(text: string): string[] {
  const rows = text.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("| `npm"));
  return rows.flatMap((row) => [...row.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map((match) => match[1] ?? ""));
}

describe("the README", () => {
  const readme = read("README.md");

  it("names paths that are there", () => {
    const paths = pathsInTables(readme);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it.each(["README.md", "CONTRIBUTING.md"])("links to files that are there: %s", (file) => {
    const targets = [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    const local = targets.filter((target) => !/^https?:/.test(target) && !/^(\.\.|principles)/.test(target));
    expect(local.length).toBeGreaterThan(1);
    expect(local.filter((target) => !existsSync(join(PROJECT, target)))).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("names every folder of src/ that holds a stage", () => {
    for (const stage of [
      "yaml",
      "images",
      "diagrams",
      "markdown",
      "content",
      "links",
      "checks",
      "printing",
      "editions",
      "preview",
    ]) {
      expect(readme).toContain(`\`src/${stage}/\``);
    }
  });

  it("shows a ledger that can be read", () => {
    const example = /## Keep addresses\n.*?```yaml\n(.*?)```/s.exec(readme)?.[1];
    const { ledger, problems } = readLedger(example, ["en", "de"]);
    expect(problems).toEqual([]);
    for (const list of Object.values(ledger)) expect(list.length).toBeGreaterThan(0);
  });

  it("shows a flow that can be drawn", () => {
    const example = /## Draw a flow\n.*?```yaml\n(.*?)```/s.exec(readme)?.[1] ?? "";
    const { flow, problems } = readFlow(example, "images/post.flow.yaml", ["en"]);
    expect(problems).toEqual([]);
    expect(flow?.steps.map(({ starter }) => starter)).toEqual(["sender", "receiver"]);
    for (const kind of ACTOR_KINDS) expect(readme).toContain(`\`${kind}\``);
  });
});

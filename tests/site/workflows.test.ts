import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PROJECT } from "../../src/project.ts";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<
    string,
    { readonly permissions?: Record<string, string>; readonly steps: readonly Step[] }
  >;
}

const FOLDER = join(PROJECT, ".github/workflows");
const VALIDATOR = join(PROJECT, "node_modules/@action-validator/cli/cli.mjs");
const files = readdirSync(FOLDER);

function stepsOf(file: string): readonly Step[] {
  const { jobs } = parse(readFileSync(join(FOLDER, file), "utf8")) as Workflow;
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function validate(file: string): string {
  return execFileSync(process.execPath, [VALIDATOR, file], { cwd: PROJECT, encoding: "utf8", stdio: "pipe" });
}

describe("workflows", () => {
  it("are there for a proposal, for what is published and for links to other sites", () => {
    expect(files).toEqual(expect.arrayContaining(["check.yml", "links.yml", "publish.yml"]));
  });

  it("are not valid when a key is misspelt", () => {
    const broken = join(mkdtempSync(join(tmpdir(), "broadsheet-workflow-")), "check.yml");
    writeFileSync(broken, readFileSync(join(FOLDER, "check.yml"), "utf8").replace("runs-on:", "run-on:"));
    expect(() => validate(broken)).toThrow();
  });

  it("keep what is known of links from one full check to the next, and for proposals", () => {
    const value = (words: string): string => ["${", `{ ${words} }}`].join("");
    const [full, proposal] = [stepsOf("links.yml"), stepsOf("check.yml")];
    const cached = (steps: readonly Step[], how: string): Step[] =>
      steps.filter(({ uses }) => uses?.startsWith(`actions/cache${how}@`));
    const [restored, ...others] = cached(full, "/restore");
    const [saved] = cached(full, "/save");
    // What an editor changes in the file counts, and each run has a key of its own: none can be written twice.
    const same = `links-${value("hashFiles('links.jsonl')")}-`;
    expect(restored?.with).toEqual({
      path: "links.jsonl",
      key: `${same}${value("github.run_id")}-${value("github.run_attempt")}`,
      "restore-keys": same,
    });
    expect(saved?.with).toEqual({
      path: "links.jsonl",
      key: value(`steps.${restored?.id}.outputs.cache-primary-key`),
    });
    // A dead link fails the run, and what was learnt of the others is kept all the same.
    expect(saved?.if).toContain("!cancelled()");
    const asks = (steps: readonly Step[]): number => steps.findIndex(({ run }) => run?.includes(" links "));
    const order = [full.indexOf(restored as Step), asks(full), full.indexOf(saved as Step)];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(others).toEqual([]);

    const [known] = cached(proposal, "/restore");
    expect(known?.with).toEqual(restored?.with);
    expect(proposal.indexOf(known as Step)).toBeLessThan(asks(proposal));
    expect([...cached(proposal, "/save"), ...cached(proposal, "")]).toEqual([]);
  });

  describe.each(files)("%s", (file) => {
    const text = readFileSync(join(FOLDER, file), "utf8");
    const workflow = parse(text) as Workflow;
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    it("is valid", () => {
      expect(validate(join(FOLDER, file))).toBe("");
    });

    it("names each action by a commit, and says which release that is", () => {
      const used = text.split("\n").filter((line) => line.includes("uses:"));
      expect(used.length).toBeGreaterThan(1);
      for (const line of used)
        expect(line).toMatch(/uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it("gives nothing of a stranger's any power", () => {
      expect(workflow.permissions).toEqual({ contents: "read" });
      expect(text).not.toMatch(/pull_request_target|workflow_run|secrets\./);
      const strong = Object.values(workflow.jobs).filter(({ permissions }) =>
        Object.values(permissions ?? {}).includes("write"),
      );
      for (const job of strong) expect(job.steps.filter(({ run }) => run !== undefined)).toEqual([]);
      if ("pull_request" in workflow.on) expect(strong).toEqual([]);
      // What a stranger names, such as a branch, reaches a shell as a value only.
      for (const { run = "" } of steps) expect(run).not.toContain("${{");
      for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
        expect(step.with).toMatchObject({ "persist-credentials": false, "fetch-depth": 0 });
      }
    });

    it("runs only commands that there are", () => {
      const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
      const called = steps.flatMap(({ run = "" }) =>
        [...run.matchAll(/npm run (?:--silent )?(\w+)/g)].map(([, name]) => name),
      );
      for (const name of called) expect(Object.keys(scripts)).toContain(name);
    });
  });
});

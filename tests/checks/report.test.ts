import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/checks/check.ts";
import { count, report } from "../../src/checks/report.ts";
import type { Problem } from "../../src/model.ts";

const PROBLEMS: readonly Problem[] = [
  {
    rule: "fragment-target",
    severity: "error",
    message: 'Cannot find heading "#wals"; did you mean "#walls"?',
    place: { file: "content/en/hive.md", line: 2, column: 5, length: 5 },
  },
  {
    rule: "owner-field",
    severity: "notice",
    message: "100% of: this,\nand that",
    place: { file: "content/a,b:c.yaml", line: 1, column: 1 },
  },
];
const sources = new Map([["content/en/hive.md", "# Hive\nSee #wals.\n"]]);

describe("a report", () => {
  it("as text shows the lines, where there are some, and counts", () => {
    expect(
      report(PROBLEMS, "text", { sources }),
    ).toBe(`content/en/hive.md:2:5: Cannot find heading "#wals"; did you mean "#walls"? [fragment-target]

  1 | # Hive
> 2 | See #wals.
    |     ^^^^^

content/a,b:c.yaml:1:1: notice: 100% of: this,\uFFFDand that [owner-field]

1 error, 1 notice
`);
  });

  it("of as many problems as a long text has lines is there at once", () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => line + 1);
    const problems = lines.map(
      (line) => ({ ...PROBLEMS[1], place: { file: "a.md", line, column: 1 } }) as Problem,
    );
    const start = performance.now();
    report(problems, "text", {
      sources: new Map([["a.md", lines.map((line) => `TODO ${line}\n`).join("")]]),
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("as JSON is a list for other programs", () => {
    expect(JSON.parse(report(PROBLEMS, "json", { sources }))).toEqual([
      {
        rule: "fragment-target",
        severity: "error",
        message: 'Cannot find heading "#wals"; did you mean "#walls"?',
        file: "content/en/hive.md",
        line: 2,
        column: 5,
        length: 5,
      },
      {
        rule: "owner-field",
        severity: "notice",
        message: "100% of: this,\nand that",
        file: "content/a,b:c.yaml",
        line: 1,
        column: 1,
      },
    ]);
    expect(report([], "json", { sources })).toBe("[]\n");
  });

  it("for GitHub is a line a problem, with its own signs written out", () => {
    expect(
      report(PROBLEMS, "github", { sources }),
    ).toBe(`::error file=content/en/hive.md,line=2,col=5,title=fragment-target::Cannot find heading "#wals"; did you mean "#walls"?
::notice file=content/a%2Cb%3Ac.yaml,line=1,col=1,title=owner-field::100%25 of: this,%0Aand that
`);
    expect(report([], "github", { sources })).toBe("");
  });

  it.each(["text", "json", "github"] as const)("names files as its reader opens them: %s", (format) => {
    const path = (file: string): string => `../site/${file}`;
    expect(report(PROBLEMS, format, { path, sources })).toContain("../site/content/en/hive.md");
  });

  it("lets no line of an editor begin one of GitHub's commands", () => {
    const [problem] = PROBLEMS;
    if (problem === undefined) throw new Error("No problem");
    const sly = { ...problem, message: "a\n::add-mask::x\r::stop-commands::y" };
    for (const format of ["text", "github"] as const) {
      expect(report([sly], format, { sources: new Map() })).not.toMatch(/^::(add|stop)/m);
    }
  });

  it.each([
    [[], "No problems"],
    [["error"], "1 error"],
    [["error", "error", "notice"], "2 errors, 1 notice"],
    [["notice", "notice"], "2 notices"],
  ] as const)("counts %j", (severities, counted) => {
    const problems = severities.map((severity) => ({ ...PROBLEMS[0], severity }) as Problem);
    expect(count(problems)).toBe(counted);
    expect(hasErrors(problems)).toBe(severities.some((severity) => severity === "error"));
    expect(hasErrors(problems, { strict: true })).toBe(severities.length > 0);
  });
});

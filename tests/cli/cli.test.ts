import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { EVERY_BUILD, withoutHash } from "../support/every-build.ts";
import { snapshot, writeSmallSite } from "../support/hive.ts";

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function broadsheet(...words: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/launch.js", ...words], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "" },
  });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  return { status, out: stdout, err: stderr };
}

const BROKEN = { "content/en/hive.md": "# The hive\n\nMany [bees](bees.md#wings) live in one.\n" };

describe("the command line", () => {
  it("tells how it is used", () => {
    for (const words of [["--help"], ["help"], []]) {
      const { status, out } = broadsheet(...words);
      expect(status).toBe(0);
      expect(out).toContain("npm run build");
    }
    expect(broadsheet("--version").out).toMatch(/^broadsheet \d+\.\d+\.\d+\n$/);
  });

  it.each([
    [["biuld"], 'Unknown command "biuld"; did you mean "build"?'],
    [["build", "--outptu", "x"], 'Unknown option "--outptu"; did you mean "--output"?'],
    [["check", "--format", "jsn"], 'Unknown format "jsn"; did you mean "json"?'],
    [["check", "--output", "x"], '"check" does not take --output; see --help'],
    [["serve", "--port", "70000"], 'Cannot use "70000" as a port; give a number from 1 to 65535'],
    [["build", "a", "b"], 'Cannot take "b" as well; name one site folder'],
  ])("says what is wrong with %j and the way out", (words, message) => {
    const { status, err } = broadsheet(...words);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it("builds a site", () => {
    const site = writeSmallSite();
    const { status, err } = broadsheet("build", site, "--output", join(site, "out"));
    expect(status).toBe(0);
    expect(err).toMatch(/^Built 1 pages? into .*out in \d+\.\d\d s\n$/);
    expect(readdirSync(join(site, "out")).map(withoutHash).sort()).toEqual(
      [...EVERY_BUILD, "index.html"].sort(),
    );
    expect(readFileSync(join(site, "out", "index.html"), "utf8")).toContain('<a href="#bees">bees</a>');
  });

  it("leaves the last good output as it is when there are errors, and nothing beside it", () => {
    const site = writeSmallSite();
    const output = join(site, "out");
    broadsheet("build", site, "-o", output);
    const before = snapshot(output);
    writeFileSync(join(site, "content/en/hive.md"), BROKEN["content/en/hive.md"]);
    const { status, out, err } = broadsheet("build", site, "-o", output);
    expect(status).toBe(1);
    expect(out).toContain('hive.md:3:13: Cannot find heading "#wings" in content/en/bees.md');
    expect(err).toContain("Not built: 1 error");
    expect(snapshot(output)).toEqual(before);
    expect(readdirSync(site).sort()).toEqual(["content", "out"]);
  });

  it("makes the same bytes of the same source", () => {
    const [first, second] = [writeSmallSite(), writeSmallSite()].map((site) => {
      broadsheet("build", site, "-o", join(site, "out"));
      return readFileSync(join(site, "out", "index.html"), "utf8");
    });
    expect(first).toBe(second);
  });

  it("checks without writing anything", () => {
    const site = writeSmallSite();
    const before = snapshot(site);
    const { status, out } = broadsheet("check", site);
    expect(status).toBe(0);
    expect(out).toBe("No problems\n");
    expect(snapshot(site)).toEqual(before);
  });

  it("tells problems as text, for programs and for a forge", () => {
    const site = writeSmallSite(BROKEN);
    expect(broadsheet("check", site).out).toMatch(
      /> 3 \| Many \[bees\]\(bees\.md#wings\) live in one\.\n\s+\|\s+\^+\n/,
    );
    const [problem] = JSON.parse(broadsheet("check", site, "--format", "json").out);
    expect(problem).toMatchObject({ rule: "fragment-target", severity: "error", line: 3, column: 13 });
    expect(broadsheet("check", site, "--format", "github").out).toMatch(
      /^::error file=.*hive\.md,line=3,col=13,title=fragment-target::Cannot find heading/,
    );
  });

  it("takes notices for errors when it is asked to be strict", () => {
    const site = writeSmallSite({
      "content/_data/site.yaml":
        "title: Bees\ndescription: How\naddress: https://bees.example.org\nlanguages: [en]\nsections: [bees, hive]\npages: [{ name: legal, shows: legal }]\nlegal: { provider: null }\n",
      "content/en/pages/legal.md": "# Legal notice\n\nWho is behind this.\n",
    });
    expect(broadsheet("check", site).status).toBe(0);
    expect(broadsheet("check", site, "--strict").status).toBe(1);
  });

  it("refuses to build over files that are not its own", () => {
    const site = writeSmallSite();
    const full = join(site, "full");
    mkdirSync(full);
    writeFileSync(join(full, "thesis.txt"), "years of work");
    expect(broadsheet("build", site, "-o", full)).toMatchObject({ status: 2 });
    expect(broadsheet("build", site, "-o", site)).toMatchObject({ status: 2 });
    expect(broadsheet("build", site, "-o", join(site, "content"))).toMatchObject({ status: 2 });
    expect(existsSync(join(full, "thesis.txt"))).toBe(true);
  });

  it("says so when a folder holds no site", () => {
    const { status, out } = broadsheet("check", join(PROJECT, "tests"));
    expect(status).toBe(1);
    expect(out).toContain("Cannot find the settings of a site");
  });

  it("runs nothing that lies in a site", () => {
    const mark = join(writeSmallSite(), "ran");
    const code = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "")`;
    const site = writeSmallSite({
      "content/en/en.11tydata.cjs": code,
      "content/_data/evil.cjs": code,
      "content/evil.11ty.cjs": code,
      "eleventy.config.cjs": code,
      ".eleventy.js": code,
      "content/en/hive.md": "# The hive\n\n`{% raw %}` and {{ 1 + 1 }} stay as they are.\n",
    });
    expect(broadsheet("build", site, "-o", join(site, "out")).status).toBe(0);
    expect(existsSync(mark)).toBe(false);
    expect(readFileSync(join(site, "out", "index.html"), "utf8")).toContain("and {{ 1 + 1 }} stay");
  });
});

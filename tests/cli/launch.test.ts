import { appendFile, readdir, readFile, rm, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { copyProject, emptyFolder, writeFiles } from "../support/folders.ts";

let project: string;
beforeEach(async () => {
  project = await copyProject(await emptyFolder());
});

const run = (...words: string[]) => broadsheet(words, { project });
const compiledAt = async (): Promise<number> =>
  (await stat(join(project, ".cache", "compiled", "cli.js"))).mtimeMs;

describe("launch", () => {
  it("compiles at the first start, and again only when a source has changed", async () => {
    expect(await run("--version")).toMatchObject({ status: 0, stderr: "" });
    const first = await compiledAt();
    await run("--version");
    expect(await compiledAt()).toBe(first);

    const source = join(project, "src", "arguments.ts");
    const text = await readFile(source, "utf8");
    await writeFiles(project, { "src/arguments.ts": text.replace("Broadsheet prints", "The press prints") });
    expect((await run("--help")).stdout).toMatch(/^The press prints/);
    expect(await compiledAt()).toBeGreaterThan(first);
  });

  it("starts whichever of several processes compiles first, also while others run", async () => {
    for (let round = 1; round <= 2; round++) {
      await appendFile(join(project, "src", "model.ts"), `\n// ${round}\n`);
      const all = await Promise.all(Array.from({ length: 3 }, () => run("--version")));
      for (const one of all) expect(one).toMatchObject({ status: 0, stderr: "" });
    }
    const names = await readdir(join(project, ".cache", "compiled"));
    expect(names.filter((name) => name.includes(".part-"))).toEqual([]);
  });

  it("names the way out when the packages are missing, compiled or not", async () => {
    const modules = join(project, "node_modules");
    await rm(modules);
    const packages = 'Cannot find the packages that Broadsheet needs; run "npm ci" in its folder\n';
    expect(await run("check")).toEqual({ status: 2, stdout: "", stderr: packages });
    await symlink(join(PROJECT, "node_modules"), modules, "junction");
    await run("compile");
    await rm(modules);
    // All but a few are in the bundle, and some of those are asked for their versions.
    const yaml = 'Cannot find the package "yaml", which Broadsheet needs; run "npm ci" in its folder\n';
    expect(await run("check")).toEqual({ status: 2, stdout: "", stderr: yaml });
  });

  it("says where a source is broken, and keeps what it has compiled before", async () => {
    await run("compile");
    const before = await compiledAt();
    await appendFile(join(project, "src", "nearest.ts"), "\nexport const = 1;\n");
    const { status, stderr } = await run("check");
    expect(status).toBe(2);
    expect(stderr).toContain("src/nearest.ts");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await compiledAt()).toBe(before);
  });
});

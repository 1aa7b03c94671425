import type { spawn } from "node:child_process";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { stage, swap } from "../../src/printing/publish.ts";
import { broadsheet, startBroadsheet } from "../support/command.ts";
import { copyProject, emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

async function endOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done) => child.once("close", done));
}

describe("an output", () => {
  it("stays when the new one cannot be moved into its place", async () => {
    const folder = await emptyFolder();
    const output = join(folder, "out");
    await writeFiles(output, { "index.html": "old" });
    const before = await readTree(folder);
    const staging = await stage(output);
    await rm(staging, { recursive: true });
    await expect(swap(staging, output)).rejects.toThrow(`Cannot move what was built to "${output}"`);
    expect(await readTree(folder)).toEqual(before);
  });

  it("is completed also when the process that died had the number of this one", async () => {
    const folder = await emptyFolder();
    const output = join(folder, "out");
    await writeFiles(folder, {
      [`.out.last-${process.pid}/index.html`]: "old",
      [`.out.next-${process.pid}/index.html`]: "new",
    });
    const staging = await stage(output);
    expect(await readdir(staging)).toEqual([]);
    expect(await readdir(output)).toEqual(["index.html"]);
    expect((await readdir(folder)).sort()).toEqual([`.out.next-${process.pid}`, "out"]);
  });

  it("is one build's, whole, when two build to it at once, again and again", async () => {
    const folder = await emptyFolder();
    const output = join(folder, "out");
    const sites = await Promise.all(
      ["one", "two"].map(async (name) => {
        const site = join(folder, name);
        const hello = `# Hello ${name}\n\nSee [why](why.md) and the [notes](pages/notes.md).\n`;
        const extra = { [`content/en/pages/${name}.md`]: `# Page ${name}\n\nOnly here.\n` };
        const yaml = `${SMALL_SITE["content/_data/site.yaml"]}  - ${name}\n`;
        await writeFiles(site, {
          ...SMALL_SITE,
          ...extra,
          "content/_data/site.yaml": yaml,
          "content/en/hello.md": hello,
        });
        return site;
      }),
    );
    const wanted = await Promise.all(
      sites.map(async (site) => {
        expect((await broadsheet(["build", site, "-o", `${site}-out`])).status).toBe(0);
        return readTree(`${site}-out`);
      }),
    );
    for (let round = 0; round < 5; round++) {
      const ended = await Promise.all(sites.map((site) => broadsheet(["build", site, "-o", output])));
      expect(ended.map(({ status, stderr }) => (status === 0 ? "" : stderr))).toEqual(["", ""]);
      expect(wanted).toContainEqual(await readTree(output));
    }
    expect((await readdir(folder)).sort()).toEqual(["one", "one-out", "out", "two", "two-out"]);
  });

  it("is never half there when builds are killed at any moment", async () => {
    const folder = await emptyFolder();
    const [site, output] = [join(folder, "site"), join(folder, "out")];
    await writeFiles(site, SMALL_SITE);
    await broadsheet(["build", site, "-o", output]);
    const wanted = await readTree(output);
    for (let ms = 100; ms <= 600; ms += 50) {
      const child = startBroadsheet(["build", site, "-o", output]);
      const ended = endOf(child);
      setTimeout(() => child.kill("SIGKILL"), ms);
      await ended;
      await rm(await stage(output), { recursive: true });
      expect(await readTree(output), `killed after ${ms} ms`).toEqual(wanted);
    }
    expect((await readdir(folder)).sort()).toEqual(["out", "site"]);
  });

  it("has the same bytes wherever it is built, and whatever is in the cache", async () => {
    const folder = await emptyFolder();
    const deep = join(folder, "a", "deeper", "place");
    await mkdir(dirname(deep), { recursive: true });
    await writeFiles(join(folder, "site"), SMALL_SITE);
    await cp(join(folder, "site"), deep, { recursive: true });
    const project = await copyProject(join(folder, "broadsheet"));
    const build = async (site: string, name: string) => {
      const output = join(folder, name);
      expect((await broadsheet(["build", site, "-o", output], { project })).status).toBe(0);
      return readTree(output);
    };
    const cold = await build(join(folder, "site"), "cold");
    const warm = await build(deep, "warm");
    await rename(join(project, ".cache", "pictures"), join(folder, "pictures"));
    const again = await build(deep, "warm");
    expect(Object.keys(cold).length).toBeGreaterThan(2);
    expect(warm).toEqual(cold);
    expect(again).toEqual(cold);
  });
});

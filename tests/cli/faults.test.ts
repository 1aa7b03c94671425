import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Ended, broadsheet as run, startBroadsheet } from "../support/command.ts";
import { EVERY_BUILD, withoutHash } from "../support/every-build.ts";
import { copyProject, emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { SMALL_SITE, settings } from "../support/small-site.ts";

let folder: string;
let site: string;
let output: string;
beforeEach(async () => {
  folder = await emptyFolder();
  site = join(folder, "site");
  output = join(folder, "out");
  await writeFiles(site, SMALL_SITE);
});

/** No message shows the way through the code. */
async function broadsheet(words: readonly string[], options = {}): Promise<Ended> {
  const ended = await run(words, options);
  expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at .*:\d+/m);
  return ended;
}

describe("a build", () => {
  it("prints a site with pictures and pages, under any name of its folder", async () => {
    const odd = join(folder, "Sites (1) [old] {a,b} #2 100% ü");
    await writeFiles(odd, SMALL_SITE);
    const { status, stdout } = await broadsheet(["build", odd, "-o", join(odd, "the output*")]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    const names = await readdir(join(odd, "the output*"));
    expect(names.map(withoutHash).sort()).toEqual(
      [...EVERY_BUILD, "images", "index.html", "notes.html", "notes.md"].sort(),
    );
  });

  it("prints a section whose name programs have a use for", async () => {
    const list = settings("", ["hello", "why", "how", "constructor"]);
    await writeFiles(site, {
      "content/_data/site.yaml": list,
      "content/en/constructor.md": "# The constructor\n\nIt builds.\n",
    });
    expect(await broadsheet(["build", site, "-o", output])).toMatchObject({ status: 0, stdout: "" });
    expect(await readFile(join(output, "index.html"), "utf8")).not.toContain('class="section__note"');
  });

  it("prints no page over a file of the build", async () => {
    await writeFiles(site, {
      "content/_data/site.yaml": settings("  - offline\n"),
      "content/en/pages/offline.md": "# Offline\n\nNo network.\n",
    });
    const { status, stdout } = await broadsheet(["build", site, "-o", output]);
    expect(stdout).toContain(
      'A page cannot be named "offline": that is the explainer as one file; choose another name',
    );
    expect(status).toBe(1);
  });

  it("takes folders from where it is called, not from where Broadsheet lies", async () => {
    const { status, stderr } = await broadsheet(["build", "site"], { cwd: folder });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Built 2 pages into _site in /);
    expect((await readdir(folder)).sort()).toEqual(["_site", "site"]);
  });

  it("that comes after an error leaves the output as it was, also where the settings cannot be read", async () => {
    await broadsheet(["build", site, "-o", output]);
    const before = await readTree(folder);
    await writeFiles(site, { "content/_data/site.yaml": "title: [\n" });
    expect((await broadsheet(["build", site, "-o", output])).status).toBe(1);
    await writeFiles(site, { "content/_data/site.yaml": settings() });
    expect(await readTree(folder)).toEqual(before);
  });

  it("with --strict leaves the output as it was because of a notice", async () => {
    await broadsheet(["build", site, "-o", output]);
    const before = await readTree(output);
    const shown = settings("legal:\n  provider: null\n").replace(
      "- notes",
      "- { name: notes, shows: legal }",
    );
    await writeFiles(site, { "content/_data/site.yaml": shown });
    const { status, stderr } = await broadsheet(["build", site, "-o", output, "--strict"]);
    expect(status).toBe(1);
    expect(stderr).toContain(`Not built: 1 notice. "${output}" is as it was`);
    expect(await readTree(output)).toEqual(before);
    expect((await broadsheet(["build", site, "-o", output])).status).toBe(0);
  });

  it("says nothing of what took long, which Eleventy would", async () => {
    const project = await copyProject(await emptyFolder());
    const file = "src/hosting/policy.ts";
    const fast = await readFile(join(project, file), "utf8");
    const slow = fast.replace(
      /export function withPolicy\([^{]*\{/,
      "$& for (const end = Date.now() + 200; Date.now() < end; );",
    );
    expect(slow).not.toBe(fast);
    await writeFiles(project, { [file]: slow });
    expect(await broadsheet(["check", site], { project })).toMatchObject({ status: 0, stderr: "" });
  });

  it("tells programs about no problems with an empty list", async () => {
    expect(await broadsheet(["check", site, "--format", "json"])).toEqual({
      status: 0,
      stdout: "[]\n",
      stderr: "",
    });
    expect(await broadsheet(["check", site, "--format", "github"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  it("ends well when nobody reads its report to the end", async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `[a](#nothing-${at})\n\n`);
    await writeFiles(site, { "content/en/why.md": `# Why\n\n${lines.join("")}` });
    const child = startBroadsheet(["check", site]);
    let stderr = "";
    child.stderr?.on("data", (data) => {
      stderr += data;
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    const status = await new Promise((done) => child.once("close", done));
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });
});

describe("the output folder", () => {
  it.each<[name: string, output: () => Promise<string>, reason: string]>([
    ["the site", async () => site, "it holds the site itself"],
    ["a folder that the site is in", async () => folder, "it holds the site itself"],
    ["a folder of the content", async () => join(site, "content", "new"), "the site's own files are"],
    ["the pictures", async () => join(site, "images"), "the site's own files are"],
    ["a file", async () => join(site, "content", "_data", "site.yaml"), "the site's own files are"],
    [
      "a file elsewhere",
      async () => {
        await writeFile(output, "text");
        return output;
      },
      "it is a file",
    ],
    [
      "a folder of other files",
      async () => {
        await writeFiles(output, { "thesis.txt": "years of work" });
        return output;
      },
      "it holds other files",
    ],
    [
      "a folder of other files with a page among them",
      async () => {
        await writeFiles(output, { "index.html": "page", "thesis.txt": "years of work" });
        return output;
      },
      "it holds other files",
    ],
    [
      "a repository with a page in it",
      async () => {
        await writeFiles(output, { "index.html": "page", ".git/HEAD": "ref" });
        return output;
      },
      "it holds other files",
    ],
  ])("is never %s", async (_, place, reason) => {
    const wanted = await place();
    const before = await readTree(folder);
    const { status, stdout, stderr } = await broadsheet(["build", site, "--output", wanted]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`Cannot build into "${wanted}": `);
    expect(stderr).toContain(reason);
    expect(await readTree(folder)).toEqual(before);
  });

  it("may be empty, an earlier output, or one whose name only begins like the way up", async () => {
    await mkdir(output);
    expect((await broadsheet(["build", site, "-o", output])).status).toBe(0);
    expect((await broadsheet(["build", site, "-o", output])).status).toBe(0);
    expect((await broadsheet(["build", site, "-o", join(folder, "..out")])).status).toBe(0);
  });

  it("that cannot be made is named, with the cause", async () => {
    const { status, stderr } = await broadsheet(["build", site, "-o", join(site, "images/dot.png/out")]);
    expect(status).toBe(2);
    expect(stderr).toContain("the site's own files are");
    await writeFile(join(folder, "file"), "text");
    const inFile = join(folder, "file", "out");
    const second = await broadsheet(["build", site, "-o", inFile]);
    expect(second.status).toBe(2);
    expect(second.stderr).toMatch(
      new RegExp(
        `^Cannot make a folder beside "${inFile}" to build in; name another place\n {2}because: ENOTDIR`,
      ),
    );
  });
});

describe("a fault", () => {
  it.each(["nowhere", "site/content/en/why.md"])(
    "is not made of a site folder that is none: %s",
    async (name) => {
      const wanted = join(folder, name);
      for (const command of ["build", "check", "serve"]) {
        expect(await broadsheet([command, wanted])).toEqual({
          status: 2,
          stdout: "",
          stderr: `Cannot find the folder "${wanted}"; name one that holds a site\nSee --help\n`,
        });
      }
    },
  );

  it("of the layouts is told with its file and cause, and leaves the output as it was", async () => {
    const project = await copyProject(join(folder, "broadsheet"));
    expect((await broadsheet(["build", site, "-o", output], { project })).status).toBe(0);
    const before = await readTree(output);
    const partial = join(project, "layouts/partials/section.njk");
    const text = await readFile(partial, "utf8");
    await writeFile(partial, `{% include "partials/none.njk" %}${text}`);
    const template = await broadsheet(["build", site, "-o", output], { project });
    expect(template.status).toBe(2);
    expect(template.stderr).toContain("section.njk");
    expect(template.stderr).toContain("because:");

    // Nunjucks itself forgets this one.
    await writeFile(partial, `${text}{% if %}`);
    const syntax = await broadsheet(["build", site, "-o", output], { project });
    expect(syntax.status).toBe(2);
    expect(syntax.stderr).toMatch(
      /^Cannot use the template .*section\.njk\n {2}because: .*unexpected token: %\}/s,
    );

    await writeFiles(project, { "layouts/words/en.yaml": 'skip: "\n' });
    const words = await broadsheet(["check", site], { project });
    expect(words.status).toBe(2);
    expect(words.stderr).toMatch(/^Cannot read the words in .*en\.yaml\n {2}because: /);

    await rm(join(project, "layouts/styles/print.css"));
    await writeFiles(project, { "layouts/words/en.yaml": "skip: Skip\n" });
    const styles = await broadsheet(["build", site, "-o", output], { project });
    expect(styles.status).toBe(2);
    expect(styles.stderr).toContain("print.css");
    expect(await readTree(output)).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(["broadsheet", "out", "site"]);
  });

  it("is not made of a link that leads in a circle", async () => {
    await symlink("circle.md", join(site, "content/en/circle.md"));
    const { status, stderr } = await broadsheet(["check", site]);
    expect(stderr).toBe("");
    expect(status).toBe(1);
  });
});

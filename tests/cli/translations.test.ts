import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { commit } from "../support/repository.ts";
import { TWO_LANGUAGES } from "../support/two-languages.ts";

async function staleSite(): Promise<string> {
  const folder = await emptyFolder();
  await commit(folder, TWO_LANGUAGES);
  const file = join(folder, "content/en/honey.md");
  await writeFile(file, (await readFile(file, "utf8")).replace("First", "Very first"));
  return folder;
}

describe("broadsheet translations", () => {
  it("tells what is behind, and where, and writes nothing", async () => {
    const folder = await staleSite();
    const before = await readTree(folder);
    const { status, stdout } = await broadsheet(["translations", folder]);
    expect(stdout).toBe(
      "Translations into de: 1 of 2 up to date\n  stale     content/de/honey.md: content/en/honey.md has changed since, line 3\n",
    );
    expect(status).toBe(0);
    expect((await broadsheet(["translations", folder, "--strict"])).status).toBe(1);
    expect(await readTree(folder)).toEqual(before);
  });

  it("says what is wrong where settings that cannot be read leave nothing to tell", async () => {
    const folder = await emptyFolder();
    await writeFiles(folder, { "content/_data/site.yaml": 'title: "unclosed\n' });
    const { status, stdout, stderr } = await broadsheet(["translations", folder, "--strict"]);
    expect(stdout).toMatch(/site\.yaml:\d+:\d+: .*\[settings\]/);
    expect(stderr).toContain("Nothing is known of translations: 1 error\n");
    expect(status).toBe(1);
  });

  it("notes that a translation is up to date, from wherever it is called", async () => {
    const folder = await staleSite();
    const marked = await broadsheet(["translations", folder, "--mark", "de/honey.md"], {
      cwd: join(folder, "content"),
    });
    expect(marked.stdout).toBe("content/de/honey.md: says what content/en/honey.md says now\n");
    const check = await broadsheet(["check", folder]);
    expect(check.stdout).toBe("No problems\nTranslations into de: 2 of 2 up to date\n");
    const again = await broadsheet(["translations", folder, "--mark", "content/de/honey.md", "--strict"]);
    expect(again).toMatchObject({ status: 0, stdout: "content/de/honey.md: was up to date already\n" });
  });

  it("marks all or none", async () => {
    const folder = await staleSite();
    const before = await readTree(folder);
    const words = ["translations", folder, "--mark", "content/de/honey.md", "--mark", "content/de/hony.md"];
    const { status, stderr } = await broadsheet(words);
    expect(stderr).toBe(
      'Cannot find the translation "content/de/hony.md"; did you mean "content/de/honey.md"?\nSee --help\n',
    );
    expect(status).toBe(2);
    expect(await readTree(folder)).toEqual(before);
  });

  it("has little to say of a site in one language", async () => {
    const folder = await emptyFolder();
    await writeFiles(folder, {
      "content/_data/site.yaml":
        "title: T\ndescription: D\naddress: https://t.example\nlanguages: [en]\nsections: [a]\n",
      "content/en/a.md": "# A\n\nText.\n",
    });
    const { stdout } = await broadsheet(["translations", folder]);
    expect(stdout).toBe('This site has one language, "en": nothing is translated\n');
  });
});

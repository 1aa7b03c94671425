import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LEDGER_FILE } from "../../src/content/ledger.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

async function smallSite(): Promise<string> {
  const folder = await emptyFolder();
  await writeFiles(folder, SMALL_SITE);
  return folder;
}

describe("npm run addresses", () => {
  it("writes what is published for the first time, once", async () => {
    const site = await smallSite();
    const { status, stdout, stderr } = await broadsheet(["addresses", site]);
    expect([status, stderr]).toEqual([0, `Added 8 addresses to ${LEDGER_FILE}\n`]);
    expect(stdout.split("\n").slice(0, 3)).toEqual(["/", "/#hello", "/#why"]);
    const text = readFileSync(join(site, LEDGER_FILE), "utf8");
    expect(text).toContain(
      "pages:\n  /:\n    - hello\n    - why\n    - how\n    - in-steps\n  /notes:\n    - notes\n    - small-print\n",
    );
    expect(await broadsheet(["addresses", site])).toEqual({
      status: 0,
      stdout: "",
      stderr: `Every address is in ${LEDGER_FILE}\n`,
    });
    expect(readFileSync(join(site, LEDGER_FILE), "utf8")).toBe(text);
    expect((await broadsheet(["check", site])).stdout).toBe("No problems\n");
  });

  it("only tells, with --dry-run", async () => {
    const site = await smallSite();
    const before = await readTree(site);
    const { status, stdout, stderr } = await broadsheet(["addresses", site, "--dry-run"]);
    expect([status, stderr]).toEqual([0, `Would add 8 addresses to ${LEDGER_FILE}\n`]);
    expect(stdout).toContain("/notes#small-print\n");
    expect(await readTree(site)).toEqual(before);
  });

  it("adds nothing while a published address is lost, so that the check can tell what it is called now", async () => {
    const site = await smallSite();
    await broadsheet(["addresses", site]);
    writeFileSync(
      join(site, "content/en/how.md"),
      "# How\n\nIn this way.\n\n## Step by step\n\nOne by one.\n",
    );
    const before = await readTree(site);
    const { status, stdout, stderr } = await broadsheet(["addresses", site]);
    expect([status, stderr]).toEqual([1, "Nothing added: 1 error\n"]);
    expect(stdout).toContain(
      `how.md:5:4: Cannot find the published address "/#in-steps"; if "#step-by-step" stands for it now, add "in-steps: step-by-step" below "aliases"`,
    );
    expect(await readTree(site)).toEqual(before);
    // The line that it names is all that it takes.
    const ledger = join(site, LEDGER_FILE);
    writeFileSync(ledger, `${readFileSync(ledger, "utf8")}aliases:\n  in-steps: step-by-step\n`);
    expect((await broadsheet(["addresses", site])).stdout).toBe("/#step-by-step\n");
  });
});

import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

it("ends and leaves nothing behind where the browser does not start", async () => {
  const folder = await emptyFolder();
  const temporary = join(folder, "tmp");
  // It tells its version, as one that can be used, and then goes.
  await writeFiles(folder, { ...SMALL_SITE, chrome: "#!/bin/sh\nexit 0\n", "tmp/other": "" });
  await chmod(join(folder, "chrome"), 0o755);
  const env = { CHROME_PATH: join(folder, "chrome"), TMPDIR: temporary };
  const { status, stderr } = await broadsheet(["reader", folder], { env });
  expect(status).toBe(2);
  expect(stderr).toMatch(/Cannot start the browser ".*chrome": .*; install Chrome or Chromium/);
  expect(stderr).not.toContain("    at ");
  expect((await readdir(temporary)).filter((name) => name.startsWith("broadsheet-"))).toEqual([]);
});

it("measures nothing of a site with errors, and tells them", async () => {
  const folder = await emptyFolder();
  await writeFiles(folder, { ...SMALL_SITE, "content/en/why.md": "# Why\n\n[Nowhere](#)\n" });
  const { status, stdout, stderr } = await broadsheet(["reader", folder]);
  expect(stdout).toMatch(/why\.md:3:\d+: /);
  expect(stdout).not.toContain("budget");
  expect(stderr).toContain("Not measured: 1 error\n");
  expect(status).toBe(1);
});

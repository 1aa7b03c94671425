import { createHash } from "node:crypto";
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT } from "../../src/project.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An empty folder that is gone after the test, or after what `finished` names, such as `afterAll`. */
export async function emptyFolder(
  finished: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
  finished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Every file below a folder, hidden ones too, with a hash of what is in it. */
export async function readTree(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const found: [string, string][] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (!(await lstat(path)).isFile()) continue;
    found.push([
      name,
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ]);
  }
  return Object.fromEntries(found);
}

/** Broadsheet itself in a folder of its own, with caches of its own: what a test breaks there, nobody else sees. */
export async function copyProject(folder: string): Promise<string> {
  const parts = [".eleventy.ts", "package.json", "package-lock.json", "src", "layouts", "tests/bench"];
  for (const part of parts) {
    await cp(join(PROJECT, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  }
  await symlink(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

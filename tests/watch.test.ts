import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { watch } from "../src/watch.ts";
import { emptyFolder, writeFiles } from "./support/folders.ts";

// As from an editor that saves in steps, the last one while the step before is being read.
it("takes up a change that comes right after another one", async () => {
  const folder = await emptyFolder();
  await writeFiles(folder, { "a.md": "first" });
  const file = join(folder, "a.md");
  const seen: string[] = [];
  const watching = await watch(
    [folder],
    async () => {
      const text = await readFile(file, "utf8");
      seen.push(text);
      if (text === "second") await writeFile(file, "third");
    },
    (fault) => {
      throw fault;
    },
  );
  onTestFinished(() => watching.close());
  await writeFile(file, "second");
  await expect.poll(() => seen.at(-1)).toBe("third");
});

it("goes on when what it calls fails, and tells", async () => {
  const folder = await emptyFolder();
  await writeFiles(folder, { "a.md": "first" });
  const faults: string[] = [];
  let calls = 0;
  const watching = await watch(
    [folder],
    async () => {
      if (++calls < 3) throw new Error(`Fault ${calls}`);
    },
    ({ message }) => faults.push(message),
  );
  onTestFinished(() => watching.close());
  expect(faults).toEqual(["Fault 1"]);
  await writeFile(join(folder, "a.md"), "second");
  await expect.poll(() => faults).toEqual(["Fault 1", "Fault 2"]);
  await writeFile(join(folder, "a.md"), "third");
  await expect.poll(() => calls).toBe(3);
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSource } from "../../src/content/source.ts";
import { emptyFolder } from "../support/folders.ts";

it("takes the letter that stands for no letter from an author who wrote it", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "a.md"), "One \uFFFD here.\r\n");
  expect(readSource(folder, "a.md")).toEqual({ text: "One \uFFFD here.\n", problems: [] });
});

it("says where a byte is no letter", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "a.md"), Buffer.from([0x61, 0x0a, 0x62, 0xff]));
  const [problem] = readSource(folder, "a.md").problems;
  expect(problem?.place).toEqual({ file: "a.md", line: 2, column: 2 });
});

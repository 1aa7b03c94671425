import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { writeEditions } from "../../src/editions/write-editions.ts";
import { readWords } from "../../src/printing/words.ts";
import { LAYOUTS } from "../../src/project.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { SMALL_SITE } from "../support/small-site.ts";

it("says that it cannot write, and leaves no other fault behind", async () => {
  const folder = await emptyFolder();
  await writeFiles(folder, SMALL_SITE);
  const { document, pages } = await run({ folder, mode: "check" });
  const output = join(folder, "output");
  await writeFile(output, "a file");
  const faults: unknown[] = [];
  const note = (fault: unknown): void => void faults.push(fault);
  process.on("unhandledRejection", note);
  const wordsOf = (language: string) => readWords(LAYOUTS, language);
  await expect(writeEditions(document, pages, { output, wordsOf })).rejects.toThrow(/EEXIST|ENOTDIR/);
  await new Promise((done) => setTimeout(done, 50));
  process.off("unhandledRejection", note);
  expect(faults).toEqual([]);
  expect(await readFile(output, "utf8")).toBe("a file");
});

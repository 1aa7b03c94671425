import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { keepValue } from "../src/cache.ts";
import { explain } from "../src/explain.ts";
import { stage } from "../src/printing/publish.ts";
import { CACHE } from "../src/project.ts";
import { writeWhole } from "../src/write-whole.ts";
import { emptyFolder } from "./support/folders.ts";

let path: string;
beforeEach(async () => {
  path = join(await emptyFolder(), "deep", "value.json");
});

const mustNotMake = (): never => {
  throw new Error("It was made again");
};

describe("a value that is kept", () => {
  it("is made once", async () => {
    const value = { list: [1, "two", null], "": { deep: true } };
    expect(keepValue(path, () => value)).toBe(value);
    expect(keepValue(path, mustNotMake)).toEqual(value);
    expect(await readdir(join(path, ".."))).toEqual(["value.json"]);
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, -9)],
    ["changed", (text: string) => text.replace("sound", "other")],
    ["empty", () => ""],
  ])("is made anew where its file is %s", async (_, spoil) => {
    keepValue(path, () => "sound");
    await writeFile(path, spoil(await readFile(path, "utf8")));
    expect(keepValue(path, () => "anew")).toBe("anew");
    expect(keepValue(path, mustNotMake)).toBe("anew");
  });

  it.each([
    ["a number that JSON has not", Number.POSITIVE_INFINITY],
    ["a key without a value", { a: undefined }],
    ["a date", new Date(0)],
  ])("is made each time where a file would not give it back: %s", async (_, value) => {
    expect(keepValue(path, () => value)).toBe(value);
    expect(() => keepValue(path, mustNotMake)).toThrow("made again");
  });

  it("is made each time where there can be no file", async () => {
    await mkdir(path, { recursive: true });
    expect(keepValue(path, () => "made")).toBe("made");
    expect(await readdir(join(path, ".."))).toEqual(["value.json"]);
  });
});

it("says that the cache is what cannot be written, which nobody has named", async () => {
  const file = join(CACHE, `test-${process.pid}`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, "");
  onTestFinished(() => rm(file));
  const said = `Cannot write into the cache "${CACHE}"; make that folder writable\n  because: E`;
  for (const write of [() => writeWhole(join(file, "a.json"), ""), () => stage(join(file, "printed"))]) {
    expect(explain(await write().catch((error: unknown) => error))).toContain(said);
  }
  const elsewhere = join(path, "..", "..", "file");
  await writeFile(elsewhere, "");
  await expect(writeWhole(join(elsewhere, "a"), "")).rejects.toThrow(`Cannot write "${elsewhere}/a"`);
});

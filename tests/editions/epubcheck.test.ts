// EPUBCheck judges the books that `npm run editions` writes: by its rules shops and libraries take them.

import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";
import { findProgram, notChecked } from "../support/required.ts";
import { SMALL_SITE } from "../support/small-site.ts";
import { awkwardSite } from "./awkward-site.ts";

const EPUBCHECK = findProgram("epubcheck");
const JAVA = findProgram("java");

/** It runs for seconds: half the time without what pays for programs that run for hours. */
async function judge(book: string): Promise<string> {
  // Debian has a bare archive of that name, which not every kernel starts.
  const start = await readFile(EPUBCHECK ?? "", { encoding: "latin1" });
  const [program, words] = start.startsWith("PK") ? [JAVA, ["-jar", EPUBCHECK ?? ""]] : [EPUBCHECK, []];
  const env = { ...process.env, JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" };
  const ended = promisify(execFile)(program ?? "", [...words, book], { env });
  const { stdout, stderr } = await ended.catch((failed: { stdout: string; stderr: string }) => failed);
  return stderr + stdout;
}

async function siteOf(files: Parameters<typeof writeFiles>[1]): Promise<string> {
  const folder = await emptyFolder(afterAll);
  await writeFiles(folder, files);
  return folder;
}

async function booksOf(site: string): Promise<string[]> {
  const output = join(await emptyFolder(afterAll), "books");
  const { status, stdout, stderr } = await broadsheet(["editions", site, "--only", "epub", "-o", output]);
  if (status !== 0) throw new Error(stdout + stderr);
  const names = await readdir(output, { recursive: true });
  return names.filter((name) => name.endsWith(".epub")).map((name) => join(output, name));
}

describe("EPUBCheck", () => {
  if (EPUBCHECK === undefined || JAVA === undefined) {
    notChecked("epubcheck", "whether books are valid");
    return;
  }

  it.each([
    ["this repository's site", 2, async () => PROJECT],
    ["a site that is written from right to left", 2, async () => join(PROJECT, "tests/fixtures/rtl")],
    ["a site of all that a text can have", 1, async () => siteOf(await awkwardSite())],
  ])("finds no error and no warning in the books of %s", async (_, count, site) => {
    const books = await booksOf(await site());
    expect(books).toHaveLength(count);
    for (const book of books) {
      expect(await judge(book)).toContain("Messages: 0 fatals / 0 errors / 0 warnings / 0 infos");
    }
  });

  it("is asked in a way that lets it answer", async () => {
    const [book = ""] = await booksOf(await siteOf(SMALL_SITE));
    const bytes = await readFile(book);
    bytes.write("zap", bytes.indexOf("application/epub+zip") + "application/epub+".length);
    await writeFile(book, bytes);
    expect(await judge(book)).toMatch(/Messages: \d+ fatals? \/ [1-9]\d* errors?/);
  });
});

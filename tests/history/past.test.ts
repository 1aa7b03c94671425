// Real repositories, each with one past.

import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPast } from "../../src/history/past.ts";
import { emptyFolder, type Files, writeFiles } from "../support/folders.ts";
import { commit, git } from "../support/repository.ts";

const LONG = Array.from({ length: 20 }, (_, line) => `Line ${line} of the text.\n`).join("");
const day = (number: number): string => `2026-03-0${number}T12:00:00Z`;

async function repository(files: Files): Promise<string> {
  const folder = await emptyFolder();
  await commit(folder, files, { at: day(1), message: "First" });
  return folder;
}

/** The changes as `2026-03-01 First: content/en/a.md`. */
async function told(folder: string): Promise<string[]> {
  const { changes } = await readPast(folder);
  return changes.map(({ time, subject, files }) => `${time.slice(0, 10)} ${subject}: ${files.join(" ")}`);
}

describe("the past of a file", () => {
  it("goes on under its new name, and a move alone is no change", async () => {
    const folder = await repository({ "content/en/a.md": LONG, "content/en/z.md": "Z\n" });
    await rename(join(folder, "content/en/a.md"), join(folder, "content/en/b.md"));
    await commit(folder, {}, { at: day(2), message: "Move" });
    await rm(join(folder, "content/en/b.md"));
    await commit(folder, { "content/en/c.md": `${LONG}More.\n` }, { at: day(3), message: "Move and write" });
    expect(await told(folder)).toEqual([
      "2026-03-03 Move and write: content/en/c.md",
      "2026-03-02 Move: ",
      "2026-03-01 First: content/en/c.md content/en/z.md",
    ]);
  });

  it("stays with the text when two files take each other's names", async () => {
    const other = LONG.replaceAll("text", "other");
    const folder = await repository({ "content/en/a.md": LONG });
    await commit(folder, { "content/en/b.md": other }, { at: day(2), message: "Second" });
    await commit(
      folder,
      { "content/en/a.md": other, "content/en/b.md": LONG },
      { at: day(3), message: "Swap" },
    );
    // Git takes it for two texts written anew, which is no wrong day: both names show other words since then.
    expect((await told(folder))[0]).toBe("2026-03-03 Swap: content/en/a.md content/en/b.md");
  });

  it("is not that of another file which had its name before", async () => {
    const folder = await repository({ "content/en/a.md": LONG, "content/en/b.md": "Short.\n" });
    await rm(join(folder, "content/en/b.md"));
    await commit(folder, {}, { at: day(2), message: "Remove" });
    await rename(join(folder, "content/en/a.md"), join(folder, "content/en/b.md"));
    await commit(folder, {}, { at: day(3), message: "Move" });
    const first = (await readPast(folder)).changes.at(-1);
    expect(first?.files).toEqual(["content/en/b.md"]);
  });

  it("knows what a branch wrote while the file was moved beside it", async () => {
    const folder = await repository({ "content/en/a.md": LONG });
    git(folder, ["checkout", "--quiet", "-b", "words"]);
    await commit(folder, { "content/en/a.md": `${LONG}More.\n` }, { at: day(3), message: "Write more" });
    git(folder, ["checkout", "--quiet", "main"]);
    await rename(join(folder, "content/en/a.md"), join(folder, "content/en/b.md"));
    await commit(folder, {}, { at: day(2), message: "Move" });
    git(folder, ["merge", "--quiet", "--no-edit", "words"], { GIT_COMMITTER_DATE: day(4) });
    expect(await told(folder)).toEqual([
      "2026-03-04 Merge branch 'words': content/en/b.md",
      "2026-03-03 Write more: content/en/b.md",
      "2026-03-02 Move: ",
      "2026-03-01 First: content/en/b.md",
    ]);
  });

  it("has what a merge wrote itself", async () => {
    const folder = await repository({ "content/en/a.md": "One.\n" });
    git(folder, ["checkout", "--quiet", "-b", "two"]);
    await commit(folder, { "content/en/a.md": "Two.\n" }, { at: day(2) });
    git(folder, ["checkout", "--quiet", "main"]);
    await commit(folder, { "content/en/a.md": "Three.\n" }, { at: day(3) });
    expect(() => git(folder, ["merge", "--quiet", "two"])).toThrow();
    await commit(folder, { "content/en/a.md": "Two and three.\n" }, { at: day(4), message: "Merge two" });
    const [merge] = (await readPast(folder)).changes;
    expect(merge).toMatchObject({ time: day(4), isMerge: true, files: ["content/en/a.md"] });
  });

  it("has no commit that only renewed what a translation was made from", async () => {
    const german = (id: string, words: string): string =>
      `---\nnav: A\nsource: ${id.repeat(40)}\n---\n\n${words}`;
    const folder = await repository({
      "content/de/a.md": german("1", LONG),
      "content/en/a.md": "source: 1\n",
    });
    const write = (file: string, text: string, number: number, message: string): Promise<void> =>
      commit(folder, { [file]: text }, { at: day(number), message });
    await write("content/de/a.md", german("2", LONG), 2, "Mark");
    await write("content/de/a.md", german("3", `${LONG}More.\n`), 3, "Bring over");
    await write("content/en/a.md", "source: 2\n", 4, "Write");
    const { changes } = await readPast(folder, { translations: ["content/de"] });
    expect(changes.map(({ subject, files }) => `${subject}: ${files.join(" ")}`)).toEqual([
      "Write: content/en/a.md",
      "Bring over: content/de/a.md",
      "Mark: ",
      "First: content/de/a.md content/en/a.md",
    ]);
  });

  it("is told in days of UTC, by when a commit got its place", async () => {
    const folder = await repository({ "content/en/a.md": "A\n" });
    await writeFile(join(folder, "content/en/a.md"), "B\n");
    git(folder, ["commit", "-qam", "Late", "--date", day(1)], {
      GIT_COMMITTER_DATE: "2026-03-02T23:30:00-05:00",
    });
    expect((await readPast(folder)).changes[0]?.time).toBe("2026-03-03T04:30:00Z");
  });

  it("goes on where the folder of the site was before, which may be another site's now", async () => {
    const german = (id: string): string => `---\nsource: ${id.repeat(40)}\n---\n\n${LONG}`;
    const top = await repository({
      "content/en/a.md": LONG,
      "content/en/b.md": "B\n",
      "content/de/a.md": german("1"),
      "src/code.ts": "1\n",
    });
    await commit(top, { "content/en/b.md": "B is\n" }, { at: day(2), message: "Write b" });
    await mkdir(join(top, "site"));
    await rename(join(top, "content"), join(top, "site/content"));
    await commit(top, {}, { at: day(3), message: "Move down" });
    await commit(top, { "site/content/en/a.md": `${LONG}More.\n` }, { at: day(4), message: "Write a" });
    await commit(top, { "site/content/de/a.md": german("2") }, { at: day(5), message: "Mark" });
    await rename(join(top, "site"), join(top, "website"));
    await commit(top, {}, { at: day(6), message: "Move aside" });
    await commit(top, { "site/content/en/a.md": "Another site\n" }, { at: day(7), message: "Begin another" });
    const { changes } = await readPast(join(top, "website"), { translations: ["content/de"] });
    expect(changes.map(({ time, subject, files }) => `${time.slice(8, 10)} ${subject}: ${files}`)).toEqual([
      "07 Begin another: ",
      "06 Move aside: ",
      "05 Mark: ",
      "04 Write a: content/en/a.md",
      "03 Move down: ",
      "02 Write b: content/en/b.md",
      "01 First: content/de/a.md,content/en/a.md,content/en/b.md",
    ]);
  });

  it("knows what a branch wrote while the folder was moved beside it", async () => {
    const top = await repository({ "site/content/en/a.md": LONG });
    git(top, ["checkout", "--quiet", "-b", "words"]);
    await commit(top, { "site/content/en/a.md": `${LONG}More.\n` }, { at: day(3), message: "Write more" });
    git(top, ["checkout", "--quiet", "main"]);
    await rename(join(top, "site"), join(top, "website"));
    await commit(top, {}, { at: day(2), message: "Move" });
    git(top, ["merge", "--quiet", "--no-edit", "words"], { GIT_COMMITTER_DATE: day(4) });
    expect((await told(join(top, "website"))).slice(1)).toEqual([
      "2026-03-03 Write more: content/en/a.md",
      "2026-03-02 Move: ",
      "2026-03-01 First: content/en/a.md",
    ]);
  });

  it("is read whatever a file, a subject and this machine's settings are", async () => {
    const name = 'content/en/Grüße "ä"\t\u0001.md';
    const folder = await repository({ [name]: "A\n" });
    const shows = ["log.showSignature=true", "log.showRoot=false"];
    for (const setting of [
      ...shows,
      "status.relativePaths=false",
      "diff.relative=true",
      "diff.renames=false",
    ]) {
      git(folder, ["config", ...setting.split("=")]);
    }
    await commit(folder, { [name]: "B\n" }, { at: day(2), message: "\u0001 odd: ä" });
    await writeFile(join(folder, name), "C\n");
    const { changes, touched } = await readPast(folder);
    expect(changes.map(({ files }) => files)).toEqual([[name], [name]]);
    expect([...touched]).toEqual([name]);
  });
});

describe("the past of a folder", () => {
  it("is that of a site inside of a larger repository, and of nothing else in it", async () => {
    const top = await repository({ "docs/content/en/a.md": "A\n", "content/en/x.md": "X\n" });
    await commit(top, { "src/code.ts": "1\n" }, { at: day(2), message: "Code" });
    await writeFiles(top, { "docs/content/en/a.md": "B\n" });
    const folder = join(top, "docs");
    expect(await told(folder)).toEqual(["2026-03-01 First: content/en/a.md"]);
    const past = await readPast(folder);
    expect(past).toMatchObject({ state: "whole", below: "docs/" });
    expect([...past.committed]).toEqual(["content/en/a.md"]);
    expect([...past.touched]).toEqual(["content/en/a.md"]);
  });

  it("has no days where the clone is shallow, but its files", async () => {
    const folder = await repository({ "content/en/a.md": "A\n" });
    await commit(folder, { "content/en/a.md": "B\n" }, { at: day(2) });
    const shallow = join(await emptyFolder(), "shallow");
    git(folder, ["clone", "--quiet", "--depth=1", `file://${folder}`, shallow]);
    const { state, changes, committed } = await readPast(shallow);
    expect({ state, changes }).toEqual({ state: "shallow", changes: [] });
    expect([...committed]).toEqual(["content/en/a.md"]);
    git(shallow, ["fetch", "--quiet", "--unshallow"]);
    expect(await readPast(shallow)).toMatchObject({ state: "whole" });
  });

  it("has no days where the clone lacks texts that a move must be told by", async () => {
    const folder = await repository({ "content/en/a.md": LONG });
    git(folder, ["config", "uploadpack.allowFilter", "true"]);
    await rm(join(folder, "content/en/a.md"));
    await commit(folder, { "content/en/b.md": `${LONG}More.\n` }, { at: day(2) });
    const partial = join(await emptyFolder(), "partial");
    git(folder, ["clone", "--quiet", "--filter=blob:none", `file://${folder}`, partial]);
    expect(await readPast(partial)).toMatchObject({ state: "partial", changes: [] });
  });

  it("is none outside of a repository, and empty in one without commits", async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, "content"));
    expect(await readPast(folder)).toMatchObject({ state: "no-repository", changes: [] });
    git(folder, ["init", "--quiet", "--initial-branch=trunk"]);
    expect(await readPast(folder)).toMatchObject({ state: "whole", changes: [], branch: "trunk" });
  });

  it("names the branch that others see first, also from another one and from none", async () => {
    const folder = await repository({ "content/en/a.md": "A\n" });
    git(folder, ["branch", "--move", "trunk"]);
    expect((await readPast(folder)).branch).toBe("trunk");
    const clone = join(await emptyFolder(), "clone");
    git(folder, ["clone", "--quiet", `file://${folder}`, clone]);
    git(clone, ["checkout", "--quiet", "-b", "mine"]);
    expect(await readPast(clone)).toMatchObject({ branch: "trunk", remote: `file://${folder}` });
    git(folder, ["checkout", "--quiet", "--detach"]);
    expect((await readPast(folder)).branch).toBe("main");
  });
});

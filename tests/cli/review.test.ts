import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { broadsheet, startBroadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { commit, git } from "../support/repository.ts";
import { TWO_LANGUAGES } from "../support/two-languages.ts";

const FLOW = `title: { en: The hive, de: Der Stock }
actors:
  nurse: { kind: person, label: { en: Nurse, de: Amme } }
  larva: { kind: person, label: { en: Larva, de: Larve } }
steps:
  - { from: nurse, to: larva, text: { en: Feeds her, de: Füttert sie } }
`;
const GOLDEN = join(PROJECT, "tests/fixtures/review/review.md");

/** A repository in which a branch has renamed a heading, changed a text and a drawing, and main has gone on. */
async function prepared(): Promise<string> {
  const folder = await emptyFolder();
  const hive = `${TWO_LANGUAGES["content/en/hive.md"]}\n## Bees at work {#work}\n\nThey fly, dance and sleep.\n\n![The hive](../../images/hive.flow.yaml)\n`;
  const start = { ...TWO_LANGUAGES, "content/en/hive.md": hive, "images/hive.flow.yaml": FLOW };
  await commit(folder, start);
  git(folder, ["switch", "--quiet", "--create", "proposal"]);
  await commit(folder, {
    "content/en/hive.md": hive.replace("{#work}", "{#day}").replace("dance and sleep", "waggle and sleep"),
    "images/hive.flow.yaml": FLOW.replace("en: Nurse", "en: Nurse bee"),
  });
  git(folder, ["switch", "--quiet", "main"]);
  await commit(folder, { "content/en/honey.md": "# Honey\n\nSomebody else’s change.\n" });
  git(folder, ["switch", "--quiet", "proposal"]);
  return folder;
}

/** A review that has checked the earlier revision out, and goes on. */
async function atWork(folder: string) {
  const [TMPDIR, output] = [await emptyFolder(), join(await emptyFolder(), "review")];
  const child = startBroadsheet(["review", "main", folder, "--output", output], { env: { TMPDIR } });
  await expect
    .poll(() => worktrees(folder).some((line) => line.includes(basename(TMPDIR))), { interval: 10 })
    .toBe(true);
  return { child, TMPDIR };
}

function worktrees(folder: string): string[] {
  return git(folder, ["worktree", "list"]).split("\n");
}

describe("broadsheet review", () => {
  it("writes down what readers will notice, and leaves the repository as it was", async () => {
    const folder = await prepared();
    const output = join(await emptyFolder(), "review");
    const [before, branches] = [await readTree(join(folder, "content")), git(folder, ["worktree", "list"])];
    const { stderr, status } = await broadsheet(["review", "main", folder, "--output", output]);
    expect(stderr).toContain("review.json, and the site before and after");
    expect(status).toBe(0);
    const hash = git(folder, ["rev-parse", "--short=12", "main~1"]);
    const told = (await readFile(join(output, "review.md"), "utf8"))
      .replace(hash, "the-start")
      .replace(/[−+]?[\d.]+ kB/g, "… kB");
    if (process.env.UPDATE === "1") await writeFile(GOLDEN, told);
    expect(told).toBe(await readFile(GOLDEN, "utf8"));
    const record = JSON.parse(await readFile(join(output, "review.json"), "utf8"));
    expect(record.pages[0].parts[0]).toMatchObject({
      name: "hive",
      ids: { gained: ["day"], lost: ["work"] },
    });
    for (const side of ["before", "after"]) {
      expect(existsSync(join(output, side, "images/hive.png"))).toBe(true);
    }
    expect(await readTree(join(folder, "content"))).toEqual(before);
    expect(git(folder, ["worktree", "list"])).toBe(branches);
  });

  it("compares with what is not committed yet, and says when there is nothing", async () => {
    const folder = await emptyFolder();
    await commit(folder, TWO_LANGUAGES);
    const output = join(await emptyFolder(), "review");
    await broadsheet(["review", "HEAD", folder, "--output", output]);
    expect(await readFile(join(output, "review.md"), "utf8")).toContain("\n\nNothing.\n");
    await writeFile(join(folder, "content/en/honey.md"), "# Honey\n\nSweet.\n");
    await broadsheet(["review", "HEAD", folder, "--output", output]);
    expect(await readFile(join(output, "review.md"), "utf8")).toContain("<ins>Sweet.</ins>");
  });

  it("goes past links among the pictures that lead nowhere, or never end", async () => {
    const folder = await emptyFolder();
    await commit(folder, TWO_LANGUAGES);
    await mkdir(join(folder, "images"), { recursive: true });
    await symlink("nowhere.png", join(folder, "images", "lost.png"));
    await symlink("/dev/zero", join(folder, "images", "endless.png"));
    const output = join(await emptyFolder(), "review");
    expect((await broadsheet(["review", "HEAD", folder, "--output", output])).status).toBe(0);
    expect(await readFile(join(output, "review.md"), "utf8")).toMatch(/^# What readers will notice/);
  });

  it("points at the ledger where a published address was taken out of it, which the check cannot see", async () => {
    const folder = await emptyFolder();
    const ledger = "pages:\n  /:\n    - hive\n    - honey\n";
    await commit(folder, { ...TWO_LANGUAGES, "content/_data/addresses.yaml": ledger });
    await commit(folder, { "content/_data/addresses.yaml": ledger.replace("    - honey\n", "") });
    const output = join(await emptyFolder(), "review");
    const words = ["review", "HEAD~1", ".", "--output", output, "--format", "github"];
    const { stdout, status } = await broadsheet(words, { cwd: folder });
    expect(stdout).toBe(
      '::error file=content/_data/addresses.yaml,line=3,col=7,title=address-withdrawn::Cannot find "honey" below "/" any more, which has been published; write it again\n',
    );
    expect(status).toBe(1);
    const told = await readFile(join(output, "review.md"), "utf8");
    expect(told).toContain("- **error** `content/_data/addresses.yaml:3` Cannot find");
  });

  it("takes the place of a review that was ended, and of nothing else", async () => {
    const folder = await emptyFolder();
    await commit(folder, TWO_LANGUAGES);
    const output = await emptyFolder();
    await writeFiles(output, { "before/index.html": "page" });
    expect((await broadsheet(["review", "HEAD", folder, "--output", output])).status).toBe(0);
    await writeFiles(output, { "thesis.txt": "years of work" });
    const { status, stderr } = await broadsheet(["review", "HEAD", folder, "--output", output]);
    expect(stderr).toContain("it holds other files");
    expect(status).toBe(2);
  });

  it("refuses a shallow clone without the commit from which both have come, rather than blame the wrong one", async () => {
    const folder = await prepared();
    const clone = join(await emptyFolder(), "clone");
    git(folder, ["clone", "--quiet", "--depth=1", "--branch=proposal", `file://${folder}`, clone]);
    git(clone, ["fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    const words = ["review", "origin/main", clone, "--output", join(await emptyFolder(), "review")];
    const { stderr, status } = await broadsheet(words);
    expect(stderr).toContain(
      'Cannot find the commit that "HEAD" shares with "origin/main": this clone is shallow; run "git fetch --unshallow", or in a workflow check out with "fetch-depth: 0"',
    );
    expect(status).toBe(2);
    git(clone, ["fetch", "--quiet", "--unshallow"]);
    expect((await broadsheet(words)).status).toBe(0);
  });

  it.each([
    ["HEAD~1", ""],
    ["origin/main", " origin main:refs/remotes/origin/main"],
    ["main", " origin main:main"],
  ])("names the command that brings %s into a shallow clone", async (name, fetched) => {
    const folder = await prepared();
    const clone = join(await emptyFolder(), "clone");
    git(folder, ["clone", "--quiet", "--depth=1", "--branch=proposal", `file://${folder}`, clone]);
    const words = ["review", name, clone, "--output", join(await emptyFolder(), "review")];
    const { stderr, status } = await broadsheet(words);
    const command = `git fetch --unshallow${fetched}`;
    expect(stderr).toContain(
      `Cannot find the revision "${name}": this clone is shallow; run "${command}", or`,
    );
    expect(status).toBe(2);
    git(clone, command.split(" ").slice(1));
    expect((await broadsheet(words)).status).toBe(0);
  });

  it("says so where two revisions have no commit in common", async () => {
    const folder = await prepared();
    git(folder, ["switch", "--quiet", "--orphan", "other"]);
    await commit(folder, TWO_LANGUAGES);
    const output = join(await emptyFolder(), "review");
    const { stderr, status } = await broadsheet(["review", "main", folder, "--output", output]);
    expect(status).toBe(0);
    const note = "The two have no commit in common: all that they differ in is told as a change";
    expect(stderr).toContain(note);
    expect(await readFile(join(output, "review.md"), "utf8")).toContain(`\n\n**${note}`);
  });

  it.each([
    [["review"], '"review" needs the revision to compare with: npm run review -- main'],
    [
      ["review", "nowhere"],
      'Cannot find the revision "nowhere"; name a branch, a tag or a commit, and fetch it first: git fetch origin nowhere:nowhere',
    ],
    [["review", "HEAD~9"], "a tag or a commit, and fetch it first: git fetch origin\nSee --help"],
    [
      ["review", "--output=x", "--", "--upload-pack=touch x"],
      'Cannot find the revision "--upload-pack=touch x"',
    ],
  ])("refuses %j", async (words, message) => {
    const folder = await emptyFolder();
    await commit(folder, TWO_LANGUAGES);
    const { stderr, status } = await broadsheet(words, { cwd: folder });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(join(folder, "x"))).toBe(false);
  });

  it("finds the site where its folder was before, committed or staged, and says so where there was none", async () => {
    const folder = await emptyFolder();
    await commit(folder, { "notes.txt": "Notes\n" });
    const files = Object.entries(TWO_LANGUAGES).map(([name, text]) => [`site/${name}`, text]);
    await commit(folder, Object.fromEntries(files));
    git(folder, ["mv", "site", "website"]);
    const output = join(await emptyFolder(), "review");
    const review = (base: string) => broadsheet(["review", base, join(folder, "website"), "-o", output]);
    const told = () => readFile(join(output, "review.md"), "utf8");
    expect((await review("HEAD")).stderr).toMatch(/^Wrote/);
    expect(await told()).not.toContain("<ins>");
    await commit(folder, { "website/content/en/honey.md": "# Honey\n\nSweet.\n" });
    await review("HEAD~1");
    expect(await told()).toContain("<ins>Sweet.</ins>");
    expect(await told()).toContain("| `index.html` | 1 |");
    const note = "The site was not there, nor where its folder has come from: all of it is told as new";
    expect((await review("HEAD~2")).stderr).toContain(note);
    expect(await told()).toContain(`\n\n**${note}.**`);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leaves no worktree behind when it is ended by %s", async (signal, expected) => {
    const folder = await prepared();
    const { child, TMPDIR } = await atWork(folder);
    const ended = once(child, "close");
    child.kill(signal);
    expect((await ended)[0]).toBe(expected);
    expect(worktrees(folder)).toHaveLength(1);
    expect(await readdir(TMPDIR)).toEqual([]);
  });

  it("takes away the worktree of a review that was killed, but of none that is at work", async () => {
    const folder = await prepared();
    const killed = await atWork(folder);
    const ended = once(killed.child, "close");
    killed.child.kill("SIGKILL");
    await ended;
    const paused = await atWork(folder);
    paused.child.kill("SIGSTOP");
    const output = join(await emptyFolder(), "review");
    expect((await broadsheet(["review", "main", folder, "--output", output])).status).toBe(0);
    const [, left, ...more] = worktrees(folder);
    expect(left).toContain(basename(paused.TMPDIR));
    expect(more).toEqual([]);
    expect(await readdir(killed.TMPDIR)).toEqual([]);
    const last = once(paused.child, "close");
    paused.child.kill("SIGTERM");
    paused.child.kill("SIGCONT");
    expect((await last)[0]).toBe(143);
    expect(worktrees(folder)).toHaveLength(1);
  });

  it("says that git refuses a repository of somebody else, as the check does", async () => {
    const folder = await prepared();
    const env = {
      GIT_TEST_ASSUME_DIFFERENT_OWNER: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
    };
    const { stderr, status } = await broadsheet(["review", "main", folder], { env });
    const reason = 'git does not read this repository; let "git status" say why';
    expect(stderr).toContain(`Cannot read the earlier revision of "${folder}": ${reason}`);
    expect(status).toBe(2);
    expect((await broadsheet(["check", folder], { env })).stdout).toContain(`: ${reason}`);
  });

  it("needs a repository", async () => {
    const { stderr, status } = await broadsheet(["review", "main", await emptyFolder()]);
    expect(stderr).toMatch(/^Cannot find a git repository at ".*"; a review compares two of its revisions/);
    expect(status).toBe(2);
    const PATH = await emptyFolder();
    const without = await broadsheet(["review", "main", await emptyFolder()], { env: { PATH } });
    expect(without.stderr).toContain("Cannot start git");
  });
});

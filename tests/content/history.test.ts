// What readers are told of the past, on pages built from real repositories.

import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { emptyFolder, type Files } from "../support/folders.ts";
import { commit, git } from "../support/repository.ts";
import { SMALL_SITE, settings } from "../support/small-site.ts";

const REPOSITORY = "repository: https://github.com/bees/site\n";
const WHY = SMALL_SITE["content/en/why.md"] as string;
const DOT = SMALL_SITE["images/dot.png"] as Uint8Array;

/** A site whose every file was committed on 1 March. */
async function committed(files: Files = {}): Promise<string> {
  const folder = await emptyFolder();
  await commit(folder, { ...SMALL_SITE, ...files });
  return folder;
}

async function checked(folder: string) {
  const { document, pages, problems } = await run({ folder, mode: "check" });
  const sections = new Map(document.pages.flatMap((page) => page.sections).map((one) => [one.name, one]));
  const html = pages.find(({ page }) => page.path === "index.html")?.html ?? "";
  const said = problems.map(
    ({ message, place, rule, severity }) => `${severity} ${place.file} ${message} ${rule}`,
  );
  return { sections, html, said, records: recordsIn(html), document };
}

/** The words of each line about the past, and where its link leads. */
function recordsIn(html: string): { words: string; href?: string; label?: string }[] {
  const records: { words: string; href?: string; label?: string }[] = [];
  let record: (typeof records)[number] | undefined;
  new Parser({
    onopentag(name, { class: classes = "", href, "aria-label": label }) {
      if (name === "p" && classes === "record") {
        record = { words: "" };
        records.push(record);
      } else if (name === "a" && record !== undefined) Object.assign(record, { href, label });
    },
    ontext(text) {
      if (record !== undefined) record.words = `${record.words}${text}`.replace(/\s+/g, " ");
    },
    onclosetag(name) {
      if (name === "p") record = undefined;
    },
  }).end(html);
  return records;
}

describe("the day of a section's last change", () => {
  it("stands below it, with the day of its review and where it is edited", async () => {
    const folder = await committed({
      "content/_data/site.yaml": settings(REPOSITORY),
      "content/en/why.md": `---\nreviewed: 2026-02-03\n---\n\n${WHY}`,
    });
    const text = "# How\n\nIn another way.\n\n## In steps\n\nOne after the other.\n";
    await commit(folder, { "content/en/how.md": text }, { at: "2026-03-02T12:00:00Z" });
    const { records, said, html } = await checked(folder);
    expect(said).toEqual([]);
    const edit = "https://github.com/bees/site/edit/main/content/en";
    expect(records).toEqual([
      {
        words: " Last changed March 1, 2026 Edit this section ",
        href: `${edit}/hello.md#L1`,
        label: "Edit this section: Hello",
      },
      {
        words: " Last changed March 1, 2026 Reviewed February 3, 2026 Edit this section ",
        href: `${edit}/why.md#L5`,
        label: "Edit this section: Why",
      },
      {
        words: " Last changed March 2, 2026 Edit this section ",
        href: `${edit}/how.md#L1`,
        label: "Edit this section: How",
      },
    ]);
    expect(html).toContain('Last changed <time datetime="2026-03-02">March 2, 2026</time>');
  });

  it("is that of its pictures too, and follows a file to its new name", async () => {
    const folder = await committed();
    await commit(
      folder,
      { "images/dot.png": Buffer.concat([DOT, Buffer.from("\0")]) },
      { at: "2026-03-02T12:00:00Z" },
    );
    await rename(join(folder, "content/en/how.md"), join(folder, "content/en/way.md"));
    const moved = { "content/_data/site.yaml": settings("", ["hello", "why", "way"]) };
    await commit(folder, moved, { at: "2026-03-03T12:00:00Z" });
    const { sections } = await checked(folder);
    expect([...sections].map(([name, { changed }]) => `${name} ${changed}`)).toEqual([
      "hello 2026-03-01",
      "why 2026-03-02",
      "way 2026-03-01",
      "notes 2026-03-01",
    ]);
  });

  it("is not told of what is not committed, nor is an editor led to a file that is not there", async () => {
    const folder = await committed({ "content/_data/site.yaml": settings(REPOSITORY) });
    await writeFile(join(folder, "content/en/why.md"), `${WHY}\nMore.\n`);
    await writeFile(join(folder, "content/en/new.md"), "# New\n\nNew.\n");
    const site = settings(REPOSITORY, ["hello", "why", "how", "new"]);
    await writeFile(join(folder, "content/_data/site.yaml"), site);
    const { sections } = await checked(folder);
    const found = ["hello", "why", "new"].map((name) => {
      const { changed, edit } = sections.get(name) ?? {};
      return { name, changed, isEdited: edit !== undefined };
    });
    expect(found).toEqual([
      { name: "hello", changed: "2026-03-01", isEdited: true },
      { name: "why", changed: undefined, isEdited: true },
      { name: "new", changed: undefined, isEdited: false },
    ]);
  });
});

describe("the repository", () => {
  it.each([
    ["git@gitlab.com:bees/site.git", "https://gitlab.com/bees/site/-/edit/main/content/en/hello.md#L1"],
    [
      "https://bee:s3cret@codeberg.org/bees/site",
      "https://codeberg.org/bees/site/_edit/main/content/en/hello.md",
    ],
    ["https://git.bees.example/bees/site", undefined],
    ["/srv/git/site.git", undefined],
  ])("is where git says it is, unless the settings name it: %s", async (remote, edit) => {
    const folder = await committed();
    git(folder, ["remote", "add", "origin", remote]);
    const { records, html } = await checked(folder);
    expect(records[0]?.href).toBe(edit);
    expect(html.includes("issues/new")).toBe(edit !== undefined);
    expect(html).not.toContain("s3cret");
  });

  it("may hold the site in a folder", async () => {
    const top = await emptyFolder();
    const files = { ...SMALL_SITE, "content/_data/site.yaml": settings(REPOSITORY) };
    const below = Object.entries(files).map(([name, text]) => [`docs/${name}`, text]);
    await commit(top, Object.fromEntries(below));
    const { records } = await checked(join(top, "docs"));
    expect(records[0]).toMatchObject({
      words: " Last changed March 1, 2026 Edit this section ",
      href: "https://github.com/bees/site/edit/main/docs/content/en/hello.md#L1",
    });
  });
});

describe("history-missing", () => {
  const LEAD = "notice content/_data/site.yaml Cannot tell readers when sections were last changed:";

  it("tells of a shallow clone, which shows no day", async () => {
    const folder = await committed({ "content/_data/site.yaml": settings(REPOSITORY) });
    await commit(folder, { "content/en/why.md": `${WHY}\nMore.\n` });
    const shallow = join(await emptyFolder(), "shallow");
    git(folder, ["clone", "--quiet", "--depth=1", `file://${folder}`, shallow]);
    const { said, records, document } = await checked(shallow);
    expect(said).toEqual([
      `${LEAD} this clone is shallow; run "git fetch --unshallow", or in a workflow check out with "fetch-depth: 0" history-missing`,
    ]);
    expect(records[0]).toMatchObject({ words: " Edit this section " });
    expect(document.changesPages).toEqual([]);
  });

  it("tells of an exported archive, where the site names its repository", async () => {
    const folder = await committed({ "content/_data/site.yaml": settings(REPOSITORY) });
    await rm(join(folder, ".git"), { recursive: true });
    const { said, records } = await checked(folder);
    expect(said).toEqual([
      `${LEAD} this folder is in no repository; build in a clone, which "git clone https://github.com/bees/site" makes history-missing`,
    ]);
    expect(records).toEqual([]);
  });

  it("tells of a missing git, whatever the site names", async () => {
    const folder = await committed();
    const { PATH } = process.env;
    process.env.PATH = await emptyFolder();
    const { said } = await checked(folder).finally(() => {
      process.env.PATH = PATH;
    });
    expect(said).toEqual([`${LEAD} git cannot be started; install it history-missing`]);
  });

  it("tells of a repository that git does not read", async () => {
    const folder = await committed();
    await writeFile(join(folder, ".git/HEAD"), "nothing");
    const { said } = await checked(folder);
    expect(said).toEqual([
      `${LEAD} git does not read this repository; let "git status" say why history-missing`,
    ]);
  });

  it("says nothing of a folder that needs no repository", async () => {
    const folder = await committed();
    await rm(join(folder, ".git"), { recursive: true });
    expect(await checked(folder)).toMatchObject({ said: [], records: [] });
  });
});

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { changedLines } from "../../src/content/translations.ts";
import { blobId } from "../../src/history/blobs.ts";
import { emptyFolder, type Files, writeFiles } from "../support/folders.ts";
import { commit, git } from "../support/repository.ts";
import { TWO_LANGUAGES } from "../support/two-languages.ts";

const CHANGED = TWO_LANGUAGES["content/en/honey.md"].replace("Second", "Third");

async function checked(folder: string) {
  const { document, pages, problems } = await run({ folder, mode: "check" });
  const states = document.translations.map(({ file, state }) => `${file} ${state}`);
  return { states, problems: problems.map(({ message }) => message), pages, document };
}

async function siteWith(files: Files): Promise<string> {
  const folder = await emptyFolder();
  await writeFiles(folder, { ...TWO_LANGUAGES, ...files });
  return folder;
}

describe("a translation", () => {
  it("is fresh as long as its source says what it said", async () => {
    const { states, problems } = await checked(await siteWith({}));
    expect(states).toEqual(["content/de/hive.md fresh", "content/de/honey.md fresh"]);
    expect(problems).toEqual([]);
  });

  it("is as fresh on a machine that writes other line ends", async () => {
    const text = TWO_LANGUAGES["content/en/honey.md"].replaceAll("\n", "\r\n");
    const { states } = await checked(await siteWith({ "content/en/honey.md": `\uFEFF${text}` }));
    expect(states).toContain("content/de/honey.md fresh");
  });

  it("is stale once its source has changed, and git says in which lines", async () => {
    const folder = await siteWith({});
    await commit(folder, {});
    await commit(folder, { "content/en/honey.md": CHANGED });
    const { states, problems } = await checked(folder);
    expect(states).toEqual(["content/de/hive.md fresh", "content/de/honey.md stale"]);
    expect(problems).toEqual([
      'content/en/honey.md has changed since it was translated: line 5; bring this over, then run "npm run translations -- --mark content/de/honey.md"',
    ]);
  });

  it("is stale without lines where the earlier text is out of reach: no history, or a shallow one", async () => {
    const folder = await siteWith({});
    await commit(folder, {});
    await commit(folder, { "content/en/honey.md": CHANGED });
    const shallow = join(await emptyFolder(), "shallow");
    git(folder, ["clone", "--quiet", "--depth=1", `file://${folder}`, shallow]);
    await rm(join(folder, ".git"), { recursive: true });
    for (const place of [folder, shallow]) {
      const { problems } = await checked(place);
      // That the clone is shallow is said as well.
      expect(problems.filter((message) => message.startsWith("content/"))).toEqual([
        'content/en/honey.md has changed since it was translated; bring this over, then run "npm run translations -- --mark content/de/honey.md"',
      ]);
    }
  });

  it("stands among the missing, the orphans and those that nobody has marked", async () => {
    const folder = await siteWith({
      "content/de/hive.md": "# Der Stock {#hive}\n\nHier leben Bienen. Siehe [Honig](honey.md).\n",
      "content/de/wax.md": "# Wachs\n\nGelb.\n",
    });
    await rm(join(folder, "content/de/honey.md"));
    const { states } = await checked(folder);
    expect(states).toEqual([
      "content/de/hive.md unmarked",
      "content/de/honey.md missing",
      "content/de/wax.md orphan",
    ]);
  });
});

describe("the page of a translation", () => {
  const german = ({ pages }: Awaited<ReturnType<typeof checked>>) =>
    pages.find(({ page }) => page.path === "de/index.html")?.html ?? "";

  it("shows the original in its own language where a part is missing, and leads on in its own", async () => {
    const folder = await siteWith({});
    await rm(join(folder, "content/de/honey.md"));
    const found = await checked(folder);
    const html = german(found);
    expect(html).toContain('<section class="section" aria-labelledby="honey" lang="en" dir="ltr">');
    expect(html).toMatch(
      /<p class="section__note" lang="de" dir="ltr">\s*Noch nicht übersetzt\..* <a href="\.\.\/index\.html#honey" lang="en" hreflang="en">English<\/a>/,
    );
    expect(html).toContain('Second line, of the <a href="#hive">hive</a>');
    expect(html).toContain('Siehe <a href="#honey">Honig</a>');
    expect(html).toContain("<li>Übersetzungen auf dem Stand des Originals: 1/2</li>");
    expect(found.problems).toEqual([
      'Cannot find "content/de/honey.md": its readers get content/en/honey.md instead; translate it',
    ]);
  });

  it("tells readers of a stale part, and of nothing else", async () => {
    const html = german(await checked(await siteWith({ "content/en/honey.md": CHANGED })));
    expect(html.match(/section__note/g)).toHaveLength(1 + STYLED);
    expect(html).toMatch(/aria-labelledby="honey">\s*<p class="section__note"[^>]*>\s*Das Original hat sich/);
    expect(german(await checked(await siteWith({}))).match(/section__note/g)).toHaveLength(STYLED);
  });
});

/** The styles in the page name it too. */
const STYLED = 1;

describe("changed lines", () => {
  it.each([
    ["a\nb\nc\n", "a\nb\nc\n", []],
    ["a\nb\nc\n", "a\nX\nc\n", [{ first: 2, last: 2 }]],
    ["a\nb\nc\n", "a\nc\n", [{ first: 2, last: 1 }]],
    ["a\nc\n", "a\nb1\nb2\nc\n", [{ first: 2, last: 3 }]],
    ["a\r\nb\r\n", "a\nb\n", []],
    [
      "a\nb\nc\nd\n",
      "X\nb\nc\nY\nZ\n",
      [
        { first: 1, last: 1 },
        { first: 4, last: 5 },
      ],
    ],
  ])("of %j and %j", (earlier, now, ranges) => {
    expect(changedLines(earlier, now)).toEqual(ranges);
  });
});

describe("a blob id", () => {
  it("is the one that git gives", async () => {
    const folder = await siteWith({ "x.md": "Grüße\n" });
    git(folder, ["init", "--quiet"]);
    expect(git(folder, ["hash-object", "x.md"])).toBe(blobId("Grüße\n"));
  });
});

import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile } from "../../src/preview/find-file.ts";
import { emptyFolder, writeFiles } from "./served.ts";

async function makeSite(): Promise<string> {
  const folder = await emptyFolder();
  await writeFiles(folder, {
    "secret.txt": "secret",
    "site-next/index.html": "another site",
    "site/index.html": "first page",
    "site/tutorial.html": "tutorial",
    "site/de/index.html": "erste Seite",
    "site/images/über uns.svg": "<svg/>",
  });
  return join(folder, "site");
}

test.each([
  ["/", "first page"],
  ["/index.html", "first page"],
  ["/tutorial", "tutorial"],
  ["/de/", "erste Seite"],
  ["/images/%C3%BCber%20uns.svg", "<svg/>"],
])("find-file reads for %s the text %j", async (path, text) => {
  const found = await findFile(await makeSite(), path);
  expect(found.kind === "file" && found.bytes.toString()).toBe(text);
});

test("find-file sends a folder without its slash to the slash", async () => {
  expect(await findFile(await makeSite(), "/de")).toEqual({ kind: "moved", to: "/de/" });
});

test.each(["/%", "/%zz", "/%C3", "tutorial", "*"])("find-file calls %s malformed", async (path) => {
  expect(await findFile(await makeSite(), path)).toEqual({ kind: "malformed" });
});

test.each([
  "/missing",
  "/images",
  "/images/",
  "/tutorial/",
  "/tutorial.html/",
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/..%5csecret.txt",
  "/../site-next/",
  "/de/../index.html",
  "/index.html%00",
  "/%00",
  "//de",
  `/${"x".repeat(5000)}`,
])("find-file finds nothing for %s", async (path) => {
  expect(await findFile(await makeSite(), path)).toEqual({ kind: "nothing" });
});

test("find-file follows a link within the folder, and none that leads out of it", async () => {
  const site = await makeSite();
  await symlink("tutorial.html", join(site, "within.html"));
  await symlink("../secret.txt", join(site, "out.txt"));
  await symlink("..", join(site, "above"));
  await symlink("../site-next", join(site, "next"));
  await symlink("loop", join(site, "loop"));
  expect((await findFile(site, "/within")).kind).toBe("file");
  for (const path of ["/out.txt", "/above/secret.txt", "/next/", "/next", "/loop"]) {
    expect(await findFile(site, path), path).toEqual({ kind: "nothing" });
  }
});

import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test, vi } from "vitest";
import { copyVariants } from "../../src/images/copy-variants.ts";
import type { Picture, PictureFault } from "../../src/model.ts";
import { makeWorkshop, photo } from "./originals.ts";

const first = await photo(500, 300, "#806040").jpeg().toBuffer();
const second = await photo(500, 300, "#408060").jpeg().toBuffer();

function pathsOf(picture: Picture | PictureFault): readonly string[] {
  if (picture.kind !== "picture") throw new Error(`Cannot show the picture: ${JSON.stringify(picture)}`);
  return picture.sources.flatMap(({ variants }) => variants.map(({ path }) => path));
}

/** Each file's content and when it was written. */
async function snapshot(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort();
  const files = names.map(async (name) => {
    const { mtimeMs, ino } = await stat(join(folder, name));
    return [name, `${mtimeMs} ${ino} ${await readFile(join(folder, name), "base64")}`];
  });
  return Object.fromEntries(await Promise.all(files));
}

test("an unchanged original is not encoded again", async () => {
  const { put, open, cache } = await makeWorkshop();
  await put("photo.jpg", first);
  const cold = await open().read("photo.jpg");
  const before = await snapshot(cache);
  expect(await open().read("photo.jpg")).toEqual(cold);
  expect(await snapshot(cache)).toEqual(before);
});

test("sharp is not loaded when everything is in the cache", async () => {
  const { put, folder, cache, open } = await makeWorkshop();
  await put("photo.jpg", first);
  const cold = await open().read("photo.jpg");

  onTestFinished(() => {
    vi.doUnmock("sharp");
    vi.resetModules();
  });
  vi.resetModules();
  let loads = 0;
  vi.doMock("sharp", () => {
    loads++;
    throw new Error("sharp was loaded");
  });
  const { openPictures } = await import("../../src/images/pictures.ts");
  const pictures = openPictures({ folder, cache });
  expect(await pictures.read("photo.jpg")).toEqual(cold);
  expect(loads).toBe(0);
  await put("other.jpg", second);
  await expect(pictures.read("other.jpg")).rejects.toThrow();
  expect(loads).toBe(1);
});

test("a changed original has new variants with new names", async () => {
  const { put, open } = await makeWorkshop();
  await put("photo.jpg", first);
  const before = pathsOf(await open().read("photo.jpg"));
  await put("photo.jpg", second);
  const after = pathsOf(await open().read("photo.jpg"));
  expect(after).toHaveLength(before.length);
  expect(after.filter((path) => before.includes(path))).toEqual([]);
});

test("an original that is shown at two widths has an entry for each", async () => {
  const { put, open } = await makeWorkshop();
  await put("photo.jpg", first);
  const wide = pathsOf(await open().read("photo.jpg"));
  const narrow = pathsOf(await open().read("photo.jpg", { displayWidth: 96 }));
  expect(wide.some((path) => path.endsWith("-500.jpg"))).toBe(true);
  expect(narrow.some((path) => path.endsWith("-192.jpg"))).toBe(true);
  expect(narrow.some((path) => path.endsWith("-500.jpg"))).toBe(false);
});

test("the same original makes the same bytes", async () => {
  const [one, two] = [await makeWorkshop(), await makeWorkshop()];
  for (const { put, open, output } of [one, two]) {
    await put("photo.jpg", first);
    const picture = await open().read("photo.jpg");
    if (picture.kind === "picture") await copyVariants([picture], output);
  }
  const names = await readdir(join(one.output, "images"));
  expect(names).toHaveLength(6);
  expect(await readdir(join(two.output, "images"))).toEqual(names);
  for (const name of names) {
    const [a, b] = await Promise.all([one, two].map(({ output }) => readFile(join(output, "images", name))));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  }
});

test("the same original makes the same bytes on a machine where sharp takes more threads", async () => {
  const [one, two] = [await makeWorkshop(), await makeWorkshop()];
  await one.put("photo.jpg", first);
  await two.put("photo.jpg", first);
  const paths = pathsOf(await one.open().read("photo.jpg"));
  vi.resetModules();
  sharp.concurrency(4);
  const { openPictures } = await import("../../src/images/pictures.ts");
  expect(pathsOf(await openPictures(two).read("photo.jpg"))).toEqual(paths);
});

test("a picture asked for twice at once is encoded once", async () => {
  const once = await countTasks(["photo.jpg"]);
  expect(once).toBeGreaterThan(6);
  expect(await countTasks(["photo.jpg", "photo.jpg", "same.jpg"])).toBe(once);
});

/** How often sharp begins or ends a task while these are asked for at once, with nothing in the cache. */
async function countTasks(files: readonly string[]): Promise<number> {
  const { put, open } = await makeWorkshop();
  await put("photo.jpg", first);
  await put("same.jpg", first);
  let tasks = 0;
  const count = () => tasks++;
  sharp.queue.on("change", count);
  const pictures = open();
  await Promise.all(files.map((file) => pictures.read(file)));
  sharp.queue.off("change", count);
  return tasks;
}

test.each<[string, (file: string) => Promise<void>, RegExp]>([
  ["whose variant is gone", (file) => rm(file), /avif$/],
  ["whose variant is cut off", (file) => truncate(file, 100), /webp$/],
  ["whose variant is empty", (file) => truncate(file, 0), /jpeg$/],
  ["whose manifest is cut off", (file) => truncate(file, 60), /json$/],
  ["whose manifest is empty", (file) => truncate(file, 0), /json$/],
  [
    "whose manifest was edited",
    async (file) => writeFile(file, (await readFile(file, "utf8")).replace("500", "501")),
    /json$/,
  ],
  ["whose manifest is gone", (file) => rm(file), /json$/],
])("an entry %s is made anew", async (_, damage, name) => {
  const { put, open, cache } = await makeWorkshop();
  await put("photo.jpg", first);
  const cold = await open().read("photo.jpg");
  const whole = await readdir(cache);
  const contents = await Promise.all(whole.map((file) => readFile(join(cache, file), "base64")));
  await damage(join(cache, whole.find((file) => name.test(file)) ?? ""));
  expect(await open().read("photo.jpg")).toEqual(cold);
  expect(await readdir(cache)).toEqual(whole);
  expect(await Promise.all(whole.map((file) => readFile(join(cache, file), "base64")))).toEqual(contents);
});

test("two builds at once leave whole entries and nothing half-written", async () => {
  const { put, open, cache } = await makeWorkshop();
  await put("photo.jpg", first);
  const [one, two] = await Promise.all([open().read("photo.jpg"), open().read("photo.jpg")]);
  expect(one).toEqual(two);
  expect((await readdir(cache)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("progress counts what was asked for and what is done", async () => {
  const { put, open } = await makeWorkshop();
  await put("photo.jpg", first);
  const counts: string[] = [];
  const pictures = open({ onProgress: (done, total) => counts.push(`${done}/${total}`) });
  await Promise.all(["photo.jpg", "missing.jpg", "photo.jpg"].map((file) => pictures.read(file)));
  expect(counts).toEqual(["0/1", "0/2", "0/3", "1/3", "2/3", "3/3"]);
});

test("copyVariants copies each variant once and leaves what is there", async () => {
  const { put, open, output } = await makeWorkshop();
  await put("photo.jpg", first);
  const picture = await open().read("photo.jpg");
  if (picture.kind !== "picture") throw new Error("Cannot read the photo");
  await copyVariants([picture, picture], output);
  const before = await snapshot(join(output, "images"));
  expect(
    Object.keys(before)
      .map((name) => `images/${name}`)
      .sort(),
  ).toEqual(pathsOf(picture).toSorted());
  await copyVariants([picture], output);
  expect(await snapshot(join(output, "images"))).toEqual(before);
  const [path = ""] = pathsOf(picture);
  await truncate(join(output, path), 10);
  await copyVariants([picture], output);
  expect((await stat(join(output, path))).size).toBeGreaterThan(10);
});

import { expect, it } from "vitest";
import { bookPath } from "../../src/content/addresses.ts";
import type { Site } from "../../src/model.ts";

const titled = (title: string) => ({ title: { en: title }, languages: ["en", "de"] }) as unknown as Site;

it.each([
  ["Bees", "bees.pdf"],
  ["???", "site.pdf"],
  ["Bees & honey", "bees--honey.pdf"],
])("names the book of %j %s", (title, path) => {
  expect(bookPath("pdf", "en", titled(title))).toBe(path);
  expect(bookPath("pdf", "de", titled(title))).toBe(`de/${path}`);
});

it.each(["a", "ü", "蜂"])("keeps the name of a book within what disks take: %s", (letter) => {
  const name = bookPath("epub", "en", titled(letter.repeat(500)));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^.{10,}\.epub$/u);
});

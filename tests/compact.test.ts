import { serialize } from "node:v8";
import { expect, it } from "vitest";
import { compact } from "../src/compact.ts";

/** How the engine keeps a text: its own copies of it say so in their third byte. */
const bytesPerLetter = (text: string): number => (serialize(text).includes('"', 2) ? 1 : 2);

it("keeps what was cut out of a text with other letters at one byte a letter", () => {
  const words = Buffer.from("“Quoted”, and a long run of words behind it").toString();
  const cut = words.slice(9);
  expect(bytesPerLetter(cut)).toBe(2);
  expect(bytesPerLetter(compact(cut))).toBe(1);
  expect(compact(cut)).toBe(cut);
});

it.each(["", "a", "é", "“Quoted”", "\u{1f600}", "\ud800"])("says the same: %j", (text) => {
  expect(compact(text)).toBe(text);
});

import { describe, expect, it } from "vitest";
import { eachBytes } from "../src/text-bytes.ts";

function bytesOf(pieces: readonly string[]): Buffer {
  const found: Buffer[] = [];
  eachBytes(pieces, (bytes) => found.push(Buffer.from(bytes)));
  return Buffer.concat(found);
}

describe("eachBytes", () => {
  it.each([0, 1, 2, 3])("cuts no letter in two, wherever the buffer ends (%i before)", (before) => {
    const text = `${"x".repeat(before)}${"😀ß“".repeat(60_000)}`;
    expect(bytesOf([text]).equals(Buffer.from(text))).toBe(true);
  });

  it("hands on many small pieces as few large ones", () => {
    const pieces = Array.from({ length: 10_000 }, (_, index) => `piece ${index}, ü\n`);
    let calls = 0;
    eachBytes(pieces, () => calls++);
    expect(calls).toBeLessThan(5);
    expect(bytesOf(pieces).toString()).toBe(pieces.join(""));
  });

  it("has nothing to hand on of nothing", () => {
    expect(bytesOf([])).toHaveLength(0);
    expect(bytesOf(["", ""])).toHaveLength(0);
  });

  it("writes half a pair as Node does", () => {
    const text = `${"a".repeat(64 * 1024 - 1)}\ud83d`;
    expect(bytesOf([text, "b"]).equals(Buffer.from(`${text}b`))).toBe(true);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readMemories, writeMemories } from "../../src/links/memory.ts";
import { PROJECT } from "../../src/project.ts";

const LINES = `{"address":"https://a.example/","domain":"a.example","title":"A \\"title\\"","seen":"2026-08-22"}
{"address":"https://b.example/#x","failed":"2026-08-22"}
`;

describe("the memory of links", () => {
  it("is written as it was read, one line a link, in the order of addresses", () => {
    const { memories, problems } = readMemories(LINES);
    expect(problems).toEqual([]);
    expect(memories.get("https://a.example/")?.title).toBe('A "title"');
    expect(writeMemories(memories)).toBe(LINES);
    const upsideDown = LINES.trim().split("\n").reverse().join("\r\n");
    expect(writeMemories(readMemories(upsideDown).memories)).toBe(LINES);
  });

  it("keeps the later of two lines for one link, as a merge may leave them", () => {
    const both = `${LINES}{"address":"https://a.example/","domain":"a.example","title":"Old","seen":"2026-08-01"}\n`;
    expect(writeMemories(readMemories(both).memories)).toBe(LINES);
  });

  it.each(["<<<<<<< HEAD", "{}", '{"address":1}', '{"address":"https://a.example/","seen":"soon"}', "null"])(
    "says which line it cannot read: %s",
    (line) => {
      const { memories, problems } = readMemories(`${LINES}${line}\n`);
      expect(memories.size).toBe(2);
      expect(problems).toEqual([
        expect.objectContaining({
          rule: "link-memory",
          severity: "error",
          place: { file: "links.jsonl", line: 3, column: 1, length: line.length },
        }),
      ]);
    },
  );

  it("of this repository can be read, and is in its order", () => {
    const file = join(PROJECT, "links.jsonl");
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, "utf8");
    const { memories, problems } = readMemories(text);
    expect(problems).toEqual([]);
    expect(memories.size).toBeGreaterThan(50);
    expect(writeMemories(memories)).toBe(text);
  });
});

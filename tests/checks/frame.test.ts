import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/checks/frame.ts";

const frame = (source: string, line: number, column: number, length?: number): string[] =>
  codeFrame(source, { file: "a.md", line, column, ...(length === undefined ? {} : { length }) }).split("\n");

describe("a code frame", () => {
  it.each([
    ["the first line", frame("ab\ncd\nef\n", 1, 2), ["> 1 | ab", "    |  ^", "  2 | cd"]],
    [
      "a line in the middle",
      frame("ab\ncd\nef\n", 2, 1, 2),
      ["  1 | ab", "> 2 | cd", "    | ^^", "  3 | ef"],
    ],
    ["the last line", frame("ab\ncd\n", 2, 2), ["  1 | ab", "> 2 | cd", "    |  ^"]],
    ["the last line, without an end", frame("ab\ncd", 2, 2), ["  1 | ab", "> 2 | cd", "    |  ^"]],
    ["an empty file", frame("", 1, 1), ["> 1 |", "    | ^"]],
    ["a line behind the last", frame("ab\n", 2, 1), ["  1 | ab", "> 2 |", "    | ^"]],
    [
      "numbers of two lengths",
      frame(`${"\n".repeat(8)}a\nb\n`, 9, 1),
      ["   8 |", ">  9 | a", "     | ^", "  10 | b"],
    ],
    ["a mark longer than its line", frame("abc\n", 1, 2, 9), ["> 1 | abc", "    |  ^^"]],
    ["a place behind the line's end", frame("abc\n", 1, 9), ["> 1 | abc", "    |    ^"]],
    ["tabs before it", frame("\ta\tb\n", 1, 4), ["> 1 | \ta\tb", "    | \t \t^"]],
    ["ideographs, two columns wide", frame("蜂は蜜\n", 1, 3), ["> 1 | 蜂は蜜", "    |     ^^"]],
    ["Hangul", frame("벌 a\n", 1, 3), ["> 1 | 벌 a", "    |    ^"]],
    ["a sign of two characters", frame("🐝 a\n", 1, 4), ["> 1 | 🐝 a", "    |    ^"]],
    ["a mark that takes no column", frame("u\u0308 a\n", 1, 4), ["> 1 | u\u0308 a", "    |   ^"]],
  ])("shows %s", (_, shown, expected) => expect(shown).toEqual(expected));

  it("shows the part of a long line that is meant", () => {
    const [line = "", mark = ""] = frame(`${"x".repeat(5_000)}HERE${"y".repeat(5_000)}`, 1, 5_001, 4);
    expect(line.length).toBe(166);
    expect(mark.indexOf("^")).toBe(line.indexOf("HERE"));
    expect(mark.slice(mark.indexOf("^"))).toBe("^^^^");
  });

  it("shows the beginning of long lines around it, and its own end", () => {
    const shown = frame(`${"a".repeat(300)}\n${"b".repeat(300)}!\n${"c".repeat(300)}\n`, 2, 301);
    expect(shown.map((row) => row.length)).toEqual([166, 166, 166, 166]);
    expect(shown[1]?.endsWith("!")).toBe(true);
  });

  it("lets no sign through that commands a terminal", () => {
    expect(frame("a\u001B[31mb\u0007\u009B\n", 1, 1)[0]).toBe("> 1 | a\uFFFD[31mb\uFFFD\uFFFD");
  });
});

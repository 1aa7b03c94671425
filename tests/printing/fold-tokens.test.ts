import { describe, expect, it } from "vitest";
import { type AllAssets, readAssets } from "../../src/printing/assets.ts";
import { foldTokens } from "../../src/printing/fold-tokens.ts";
import { LAYOUTS } from "../../src/project.ts";

const EMPTY: AllAssets = {
  styles: "",
  rare: "",
  late: "",
  beforePaint: "",
  script: "",
  search: { styles: "", script: "" },
  places: "",
  flows: { styles: "", late: "", script: "" },
  tokens: "",
};

function folded(styles: string, late = ""): { styles: string; late: string } {
  const { styles: first, late: rest } = foldTokens({ ...EMPTY, styles, late });
  return { styles: first, late: rest };
}

const tokens = (text: string): string => `@layer tokens{:root{${text}}}`;

describe("tokens", () => {
  it("that have one value are written out, also in styles that come late", () => {
    expect(folded(`${tokens("--a:1px;--b:2px")}x{y:calc(var(--a) + 1px)}`, "z{w:var(--b)}")).toEqual({
      styles: "x{y:calc(1px + 1px)}",
      late: "z{w:2px}",
    });
  });

  it("that are made of others are written out to the end", () => {
    expect(folded(`${tokens("--a:1px;--b:calc(2 * var(--a));--c:var(--b)")}x{y:var(--c)}`).styles).toBe(
      "x{y:calc(2 * 1px)}",
    );
  });

  it.each([
    ["another value elsewhere", `${tokens("--a:1px")}@media print{:root{--a:2px}}x{y:var(--a)}`],
    ["another value on an element", `${tokens("--a:1px")}x{--a:2px;y:var(--a)}`],
    ["a fallback", `${tokens("--a:1px")}x{y:var(--a,3px)}`],
    [
      "what has another value elsewhere in them",
      `${tokens("--a:1px;--b:calc(2 * var(--a))")}x{--a:2px;y:var(--b)}`,
    ],
    ["no place among the tokens", "x{--a:1px}y{z:var(--a)}"],
  ])("stay where they have %s", (_, styles) => {
    expect(folded(styles).styles).toBe(styles);
  });

  it("are told from classes that end like them, and from those that lead to themselves", () => {
    expect(folded(`${tokens("--a:1px")}.x--a:hover{y:var(--a)}`).styles).toBe(".x--a:hover{y:1px}");
    const circle = `${tokens("--a:var(--b);--b:var(--a)")}x{y:var(--a)}`;
    expect(folded(circle).styles).toBe(circle);
  });

  it("have another value where styles that come late give them one", () => {
    const styles = `${tokens("--a:1px")}x{y:var(--a)}`;
    expect(folded(styles, "@layer print{:root{--a:2px}}").styles).toBe(styles);
  });

  it("are all declared in the styles of this repository, and each that is left is used", async () => {
    const { styles, rare, late, search, flows } = foldTokens(await readAssets(LAYOUTS));
    const all = [styles, rare, late, search.styles, flows.styles, flows.late].join("\n");
    const declared = new Set([...all.matchAll(/(?<![\w-])(--[\w-]+):/g)].map(([, name]) => name));
    const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
    expect([...declared].filter((name) => !used.has(name))).toEqual([]);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAssets } from "../../src/printing/assets.ts";
import { LAYOUTS } from "../../src/project.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";

async function assetsOf(tokens: string, script: string): Promise<{ styles: string; script: string }> {
  const folder = await emptyFolder();
  const others = ["reset", "prose", "parts", "print"].map((name) => [
    join("styles", `${name}.css`),
    `${name} {}`,
  ]);
  await writeFiles(folder, {
    ...Object.fromEntries(others),
    "styles/tokens.css": tokens,
    "scripts/contents.js": script,
  });
  return readAssets(folder);
}

describe("assets", () => {
  it("are the styles in the order of their layers", async () => {
    const { styles } = await assetsOf("tokens {}", "");
    expect(styles).toBe(
      "@layer tokens, reset, prose, parts, print;\ntokens {}\nreset {}\nprose {}\nparts {}\nprint {}",
    );
  });

  it.each([
    ["a { b: c } /* one */ d { e: f }", "a { b: c }  d { e: f }"],
    ['/* it\'s\n   "two" lines */\na {}\n\n', "a {}"],
    ['a { content: "/* stays */" }', 'a { content: "/* stays */" }'],
    ["a { content: '/* stays */' }", "a { content: '/* stays */' }"],
    ['a { content: "it\'s \\" /*" } /* goes */', 'a { content: "it\'s \\" /*" }'],
    ["a {\n    b: c;\n}", "a {\nb: c;\n}"],
  ])("lose comments, indents and empty lines: %j", async (tokens, expected) => {
    const { styles } = await assetsOf(tokens, "");
    expect(styles.split(";\n").slice(1).join(";\n").split("\nreset")[0]).toBe(expected);
  });

  it.each([
    ["// one\nf();\n  // it's two\ng();", "f();\ng();"],
    ["const a = '[href^=\"/*\"]'; /* b */", "const a = '[href^=\"/*\"]';"],
    ['const a = "https://b.example";', 'const a = "https://b.example";'],
  ])("keep the script's strings: %j", async (script, expected) => {
    expect((await assetsOf("", script)).script).toBe(expected);
  });

  it("of this repository hold no comment, and end no element that they stand in", async () => {
    const { styles, script } = await readAssets(LAYOUTS);
    expect(styles).not.toMatch(/\/\*|<\//);
    expect(script).not.toMatch(/\/\*|^\s*\/\/|<\//m);
    expect(() => new Function(script)).not.toThrow();
  });
});

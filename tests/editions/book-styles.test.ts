import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bookStyles } from "../../src/editions/epub/styles.ts";
import { LAYOUTS } from "../../src/project.ts";

const TOKENS = `:root {
  --ink: light-dark(#111111, #eeeeee);
  --space: 2rem;
}
@media (prefers-contrast: more) {
  :root { --ink: light-dark(#000000, #ffffff); }
}
`;

describe("the styles of a book", () => {
  it("have the page's colours written out, and again for dark readers", () => {
    const rules = "/* Words. */\na {\n  color: var(--ink);\n  margin: 0;\n}\n\nb {\n  margin: 0;\n}\n";
    expect(bookStyles(rules, TOKENS)).toBe(`a {
  color: #111111;
  margin: 0;
}

b {
  margin: 0;
}

@media (prefers-color-scheme: dark) {
a {
  color: #eeeeee;
}
}
`);
  });

  it("ask for no colour that the page does not have", () => {
    expect(() => bookStyles("a { margin: var(--space); }", TOKENS)).toThrow(
      'Cannot find the colour "--space" of book.css in tokens.css',
    );
  });

  it("never set a ground without the ink on it, because readers choose both", () => {
    const [tokens = "", rules = ""] = ["tokens", "book"].map((name) =>
      readFileSync(join(LAYOUTS, `styles/${name}.css`), "utf8"),
    );
    const styles = bookStyles(rules, tokens);
    expect(styles).not.toContain("var(");
    const grounds = [...styles.matchAll(/([^{}]+)\{([^{}]*background:[^{}]*)\}/g)];
    expect(grounds.length).toBeGreaterThan(4);
    const alone = grounds.filter(([, , inner = ""]) => !/[^-]color:/.test(inner));
    // Those lie on the ground of code, and drawings have no words but in inks of their own.
    const names = alone.map(([, selector = ""]) => selector.trim().split("\n").at(-1));
    expect([...new Set(names)].sort()).toEqual([
      ".code__added",
      ".code__removed",
      ".flow__drawing",
      ".flow__sample",
    ]);
  });
});

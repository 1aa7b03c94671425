import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type AllAssets, readAssets } from "../../src/printing/assets.ts";
import { minifyScript } from "../../src/printing/minify.ts";
import { LAYOUTS } from "../../src/project.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";

async function assetsOf(tokens: string, script: string): Promise<AllAssets> {
  const folder = await emptyFolder();
  const others = [
    "reset",
    "prose",
    "parts",
    "rare",
    "hover",
    "places",
    "lists",
    "print",
    "controls",
    "footer",
  ].map((name) => [join("styles", `${name}.css`), `${name} {}`]);
  await writeFiles(folder, {
    ...Object.fromEntries(others),
    "styles/tokens.css": tokens,
    "styles/flows.css": "flows {}",
    "styles/flow-shapes.css": "shapes {}",
    "styles/flow-player.css": "player {}",
    "styles/search.css": "search {}",
    "scripts/contents.js": script,
    "scripts/flows.js": "flows();",
    "scripts/before-paint.js": "first();",
    "scripts/places/address.js": "export const address = 1;",
    "scripts/places/links.js": 'import { address } from "./address.js";\n\naddress;',
    "scripts/search/find.js": "export const find = 1;",
    "scripts/search/results.js": 'import { find } from "./find.js";\n\nexport const list = find;',
    "scripts/search/dialog.js": 'import { list } from "./results.js";\n\nlist();',
  });
  return readAssets(folder);
}

describe("assets", () => {
  it("are the styles in the order of their layers, early and late", async () => {
    const { styles, late } = await assetsOf("tokens {}", "");
    expect(styles).toBe("@layer tokens, reset, prose, parts, print;\ntokens{}\nreset{}\nprose{}\nparts{}");
    expect(late).toBe("hover{}\nplaces{}\nlists{}\ncontrols{}\nfooter{}\nprint{}");
  });

  it.each([
    ["a { b: c } /* one */ d { e: f }", "a{b:c}d{e:f}"],
    ['/* it\'s\n   "two" lines */\na {}\n\n', "a{}"],
    ['a { content: "/* stays */" }', 'a{content:"/* stays */"}'],
    ["a { content: '/* stays */' }", "a{content:'/* stays */'}"],
    ['a { content: "it\'s \\" /*" } /* goes */', 'a{content:"it\'s \\" /*"}'],
    ["a {\n    b: c;\n}", "a{b:c}"],
    ["a { b: 0.5rem -0.25em 10.05px; c: #0.5 }", "a{b:.5rem -0.25em 10.05px;c:#0.5}"],
    ["a :hover > b, c { d: e, f; --g: '; }  x' }", "a :hover > b,c{d:e,f;--g:'; }  x'}"],
    ["@media (width >= 40rem) { a { b: calc(1px + 2px) } }", "@media (width >= 40rem){a{b:calc(1px + 2px)}}"],
  ])("lose comments, indents and empty lines: %j", async (tokens, expected) => {
    const { styles } = await assetsOf(tokens, "");
    expect(styles.slice("@layer tokens, reset, prose, parts, print;\n".length).split("\nreset")[0]).toBe(
      expected,
    );
  });

  it.each([
    ["// one\nf();\n  // it's two\ng();", "f();\ng();"],
    ["const a = '[href^=\"/*\"]'; /* b */", "const a = '[href^=\"/*\"]';"],
    ['const a = "https://b.example";', 'const a = "https://b.example";'],
  ])("keep the script's strings: %j", async (script, expected) => {
    expect((await assetsOf("", script)).script).toBe(expected);
  });

  it("keep apart what only a page with a flow needs, and what the head needs", async () => {
    const { beforePaint, rare, script, flows } = await assetsOf("", "f();");
    expect(script).toBe("f();");
    expect(beforePaint).toBe("first();");
    expect(rare).toBe("rare{}");
    expect(flows).toEqual({ styles: "flows{}", late: "shapes{}\nplayer{}", script: "flows();" });
  });

  it("have the modules of the search as one classic script", async () => {
    const { script, styles } = (await assetsOf("", "")).search;
    expect(script).toBe("const find = 1;\nconst list = find;\nlist();");
    expect(styles).toBe("search{}");
    expect((await assetsOf("", "")).places).toBe("const address = 1;\naddress;");
  });

  it("stay small: what every page has, and what the search asks for", async () => {
    const cache = await emptyFolder();
    const { beforePaint, script, flows, search, places } = await readAssets(LAYOUTS, (whole) =>
      minifyScript(whole, cache),
    );
    const unasked = [beforePaint, script, flows.script].join("\n");
    expect(brotliCompressSync(unasked).length).toBeLessThan(2048);
    expect(brotliCompressSync(search.styles + search.script).length).toBeLessThan(8192);
    expect(brotliCompressSync(places).length).toBeLessThan(2048);
  });

  it("of this repository hold no comment, and end no element that they stand in", async () => {
    const assets = await readAssets(LAYOUTS);
    const first = { styles: assets.search.styles, late: "", script: assets.beforePaint };
    for (const { styles, late, script } of [assets, assets.flows, first]) {
      expect(styles + late).not.toMatch(/\/\*|<\//);
      expect(script).not.toMatch(/\/\*|^\s*\/\/|<\/script/m);
      expect(() => new Function(script)).not.toThrow();
    }
  });

  it("ask once, while the page arrives, for what stands in or after an element", async () => {
    const { styles, flows } = await readAssets(LAYOUTS);
    // Each such question is asked again with every piece that arrives: five more took a third of the time for styles.
    expect((styles + flows.styles).match(/:has\(/g)).toHaveLength(1);
  });

  it("have families look equally large only where words have to fit", async () => {
    const { styles, late, flows } = await readAssets(LAYOUTS);
    // In what is painted first it takes 0.1 s of the time to the first paint on a slow phone.
    expect(styles).not.toContain("font-size-adjust");
    expect(flows.styles.match(/[^{}]*\{[^}]*font-size-adjust:/g)?.join()).toContain(".flow{");
    expect(late.match(/[^{}]*\{[^}]*font-size-adjust:/g)?.join()).toContain(".listing{");
  });

  it("are fewer bytes for what they do, and say where a script of the layouts is broken", async () => {
    const cache = await emptyFolder();
    const script = "(() => {\n  const message = 1 + 1;\n  document.title = message;\n})();";
    const small = await minifyScript(script, cache);
    expect(small.length).toBeLessThan(script.length / 1.5);
    const document = { title: 0 };
    new Function("document", small)(document);
    expect(document.title).toBe(2);
    // Kept: the same again, without its minifier.
    expect(await minifyScript(script, cache)).toBe(small);
    await expect(minifyScript("(() => {", cache)).rejects.toThrow(/^Cannot read a script of the layouts: /);
  });
});

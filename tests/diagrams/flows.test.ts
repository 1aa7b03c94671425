import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FoundFlow, openFlows } from "../../src/diagrams/flows.ts";
import { CACHE, LAYOUTS } from "../../src/project.ts";
import { FIXTURES, IMAGES, wordsIn } from "./drawn.ts";

const styles = readFileSync(join(LAYOUTS, "styles/tokens.css"), "utf8");
const words = wordsIn("en");

let folder: string;
let cache: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-flows-"));
  cache = join(folder, "cache");
  cpSync(FIXTURES, join(folder, "images"), { recursive: true });
  cpSync(join(IMAGES, "pull.flow.yaml"), join(folder, "images/pull.flow.yaml"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openFlows({ cache });
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");
const read = (file: string, languages = ["en"]) => open().read(textOf(file), file, languages);

function drawnOf({ drawn, problems }: FoundFlow) {
  if (drawn === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return drawn;
}

describe("flows", () => {
  it("are the same from the cache as from the engine", async () => {
    const first = drawnOf(await read("images/nested.flow.yaml"));
    const entries = readdirSync(cache);
    const second = drawnOf(await read("images/nested.flow.yaml"));
    expect(second).toEqual(first);
    expect(readdirSync(cache)).toEqual(entries);
    expect(entries.filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("are drawn anew when an entry was cut short", async () => {
    const first = drawnOf(await read("images/two.flow.yaml"));
    for (const name of readdirSync(cache)) {
      const path = join(cache, name);
      writeFileSync(path, readFileSync(path).subarray(0, -20));
    }
    expect(drawnOf(await read("images/two.flow.yaml"))).toEqual(first);
  });

  it("need no new layout when a sentence changes, and one when a label does", async () => {
    await read("images/two.flow.yaml");
    const text = readFileSync(join(folder, "images/two.flow.yaml"), "utf8");
    const count = readdirSync(cache).length;
    writeFileSync(join(folder, "images/two.flow.yaml"), text.replace("The sender sends", "The sender gives"));
    const { flow } = drawnOf(await read("images/two.flow.yaml"));
    expect(flow.steps[0]?.text.en).toBe("The sender gives");
    expect(readdirSync(cache)).toHaveLength(count);
    writeFileSync(join(folder, "images/two.flow.yaml"), text.replace("label: Sender", "label: Giver"));
    await read("images/two.flow.yaml");
    expect(readdirSync(cache)).toHaveLength(count + 1);
  });

  it("become files of their own, the same bytes each time", async () => {
    const drawn = drawnOf(await read("images/pull.flow.yaml", ["en", "de"]));
    const first = await open().export(drawn, "en", { words, styles });
    const [svg, png] = [readFileSync(first.svg, "utf8"), readFileSync(first.png)];
    rmSync(cache, { recursive: true });
    const again = await open().export(drawn, "en", { words, styles });
    expect(readFileSync(again.svg, "utf8")).toBe(svg);
    expect(readFileSync(again.png).equals(png)).toBe(true);
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1600 });
    expect(svg).toContain("<title>Pull-based deployment</title><desc>1. A developer pushes");
    expect(svg).toContain("prefers-color-scheme:dark");
    // No letter depends on a font of the machine.
    expect(svg).not.toMatch(/<text|font-family/);
    expect(svg.length).toBeLessThan(80_000);
  });

  it.each(["svg", "png"] as const)("become a whole %s again where it was cut short", async (ending) => {
    const drawn = drawnOf(await read("images/two.flow.yaml"));
    const { [ending]: file } = await open().export(drawn, "en", { words, styles });
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, -20));
    await open().export(drawn, "en", { words, styles });
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it("let no word become markup in a file either", async () => {
    const drawn = drawnOf(await read("images/escape.flow.yaml"));
    const { svg } = await open().export(drawn, "en", { words, styles });
    const names = [...readFileSync(svg, "utf8").matchAll(/<([^\s/>]+)/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual("circle defs desc g path rect style svg title use".split(" "));
  });
});

describe("a build that finds its flows in the cache", () => {
  // A process of its own, in which these packages cannot be loaded at all.
  const REFUSE = `export async function resolve(specifier, context, next) {
    if (/elkjs|opentype|sharp/.test(specifier)) throw new Error("REFUSED " + specifier);
    return next(specifier, context);
  }`;
  let bundled: string;
  beforeAll(async () => {
    mkdirSync(CACHE, { recursive: true });
    bundled = mkdtempSync(join(CACHE, "flows-test-"));
    const bundle = await rolldown({
      input: join(import.meta.dirname, "../../src/diagrams/flows.ts"),
      platform: "node",
      external: [/^elkjs/, /^opentype/, "sharp"],
      logLevel: "silent",
    });
    await bundle.write({
      dir: bundled,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
    await bundle.close();
    const data = `data:text/javascript,${encodeURIComponent(REFUSE)}`;
    writeFileSync(
      join(bundled, "run.mjs"),
      `import module from "node:module";
      if (process.argv[3] === "refuse") module.register(${JSON.stringify(data)});
      const { openFlows } = await import("./flows.mjs");
      const flows = openFlows({ cache: process.argv[2] });
      const { drawn } = await flows.read(${JSON.stringify(textOf("images/nested.flow.yaml"))}, "images/nested.flow.yaml", ["en"]);
      await flows.export(drawn, "en", ${JSON.stringify({ words, styles })});
      console.log("drawn");`,
    );
  });
  afterAll(() => rmSync(bundled, { recursive: true, force: true }));

  it("does not load what lays out, what reads fonts, or what renders", () => {
    const store = join(folder, "other-cache");
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(bundled, "run.mjs"), store, ...words], {
        encoding: "utf8",
        timeout: 30_000,
      });
    const refused = run("refuse");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("REFUSED");
    expect(existsSync(store)).toBe(false);
    expect(execFileSync(process.execPath, [join(bundled, "run.mjs"), store], { encoding: "utf8" })).toBe(
      "drawn\n",
    );
    const cached = run("refuse");
    expect(cached.stderr).toBe("");
    expect(cached.stdout).toBe("drawn\n");
  });
});

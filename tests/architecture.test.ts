import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../src/checks/rules.ts";
import { PROJECT } from "../src/project.ts";

// Imports lead to the same stage or to one above it in this list, never below.
const STAGES = [
  [
    "model",
    "language",
    "limit",
    "percent",
    "without",
    "nearest",
    "project",
    "cache",
    "compact",
    "copy-below",
    "error-code",
    "explain",
    "running",
    "text-bytes",
    "write-below",
    "write-whole",
    "libraries",
  ],
  ["yaml"],
  ["history"],
  ["images"],
  ["diagrams"],
  ["markdown"],
  ["content"],
  ["links"],
  ["checks"],
  ["identity"],
  ["printing"],
  ["search"],
  ["hosting"],
  ["browser"],
  ["editions"],
  ["write-beside"],
  ["microsite"],
  ["build"],
  ["review"],
  ["reader"],
  ["preview"],
  ["watch", "progress", "arguments", "output-folder"],
  ["serve"],
  ["commands"],
  ["cli"],
];

const src = join(PROJECT, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split("\\").join("/"));

/** Each file of src/ with the files of src/, or the packages, that it imports. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(src, file), "utf8");
    const found = [...text.matchAll(/(?:^(?:import|export)\b[^;]*?\bfrom |\bimport\()\s*"([^"]+)"/gm)];
    const targets = found.map(([, target = ""]) =>
      target.startsWith(".") ? relative(src, join(src, dirname(file), target)) : target,
    );
    return [file, targets] as const;
  }),
);

function stageOf(file: string): number {
  const name = file.split("/")[0]?.replace(/(\.d)?\.ts$/, "") ?? "";
  return STAGES.findIndex((stage) => stage.includes(name));
}

function importersOf(wanted: (target: string) => boolean): string[] {
  return [...imports].flatMap(([file, targets]) => (targets.some(wanted) ? [file] : []));
}

describe("the code", () => {
  it("belongs to a stage, each file of it", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => stageOf(file) < 0)).toEqual([]);
  });

  it("imports in one direction", () => {
    const back = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => target.endsWith(".ts") && stageOf(target) > stageOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(back).toEqual([]);
  });

  it("has no circle of imports", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      if (done.has(file) || way.includes(file)) return;
      for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("knows sharp in one place, and Eleventy where it starts and where it plugs in", () => {
    expect(importersOf((target) => target === "sharp")).toEqual(["images/encode.ts"]);
    expect(importersOf((target) => target === "@11ty/eleventy").sort()).toEqual(["build.ts", "microsite.ts"]);
  });

  it("opens connections in one place, and listens for the preview and the browser", () => {
    const network = /^node:(https?|http2|net|tls|dgram|dns)(\/|$)/;
    expect(importersOf((target) => network.test(target)).sort()).toEqual([
      "browser/plain-host.ts",
      "links/fetch.ts",
      "links/private-addresses.ts",
      "preview/events.ts",
      "preview/listen.ts",
      "preview/server.ts",
    ]);
  });

  it("prints and exits in cli.ts alone", () => {
    const printing = files.filter((file) =>
      /\bconsole\.|process\.(exit|stdout|stderr)/.test(readFileSync(join(src, file), "utf8")),
    );
    expect(printing).toEqual(["cli.ts"]);
  });

  it("is reached from the command line, each file of it", () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const target of imports.get(file) ?? []) visit(target);
    };
    visit("cli.ts");
    expect(files.filter((file) => !reached.has(file) && !file.endsWith(".d.ts"))).toEqual([]);
  });

  it("has each rule in the list, named like its file", () => {
    const names = files.flatMap((file) => /^checks\/rules\/(.*)\.ts$/.exec(file)?.[1] ?? []);
    expect(RULES.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it("names no site: neither code nor layouts know what this one is about", () => {
    const texts = ["src", "layouts"].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const words = /gitops|argo|kubernetes|\bflux\b|beetz|harrer|simpleanalytics/i;
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((file) => words.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

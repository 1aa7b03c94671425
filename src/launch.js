// Starts Broadsheet from one bundle of plain JavaScript. It is made when packages are installed and again when a
// source has changed: a TypeScript loader would cost 0.2 to 0.5 s at every start, and to find and read the 700 small
// files of our libraries another 0.5 s. Plain JavaScript itself: it runs before there is anything else.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(project, ".cache", "compiled");
const entries = { cli: "./src/cli.ts", eleventy: "./.eleventy.ts", bench: "./tests/bench/bench.ts" };
// Eleventy's own server is never started. sharp and rolldown have native parts, and most builds never load them. What
// drives and judges a browser is there only for those who work on Broadsheet.
const external = [
  "@11ty/eleventy-dev-server",
  "fsevents",
  "sharp",
  /^rolldown/,
  "playwright-core",
  "html-validate",
];
// A third less to read at every start; names stay, which messages of our libraries show.
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Every source with its time and size: a folder that was switched, copied or set back differs in one of them. */
function fingerprint() {
  const files = [".eleventy.ts", "package-lock.json"];
  for (const folder of ["src", "tests/bench"]) {
    for (const entry of readdirSync(join(project, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        files.push(join(entry.parentPath ?? entry.path, entry.name).slice(project.length + 1));
    }
  }
  const lines = files.sort().map((file) => {
    const { mtimeMs, size } = statSync(join(project, file));
    return `${file} ${mtimeMs} ${size}`;
  });
  return lines.join("\n");
}

/** Eleventy and we find files beside our sources: a bundle would have them looked for beside itself. */
const keepPlaces = {
  name: "keep-places",
  transform: (code, id) =>
    code.includes("import.meta.url")
      ? { code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)) }
      : undefined,
};

// What Eleventy needs for templates, data and pages of other kinds than ours, to copy files, to change addresses and to
// make file names of titles: much of what each start would read.
const UNUSED_PACKAGES = [
  "@11ty/posthtml-urls",
  "@11ty/recursive-copy",
  "@sindresorhus/slugify",
  "acorn",
  "acorn-walk",
  "bcp-47",
  "bcp-47-match",
  "bcp-47-normalize",
  "iso-639-1",
  "js-yaml",
  "liquidjs",
  "luxon",
  "posthtml",
  "posthtml-match-helper",
];
const UNUSED = new RegExp(`[\\\\/]node_modules[\\\\/](?:${UNUSED_PACKAGES.join("|")})[\\\\/]`);
/** It may be asked for whatever those have, and fails when something is done with it. */
const NOTHING = `
function unused() {
  throw new Error("Cannot do this: the part of Eleventy that can is left out");
}
module.exports = new Proxy(unused, {
  get: (target, key, proxy) => (key === "then" || key in target ? target[key] : proxy),
});
`;
const leaveOut = {
  name: "leave-out",
  load: (id) => (UNUSED.test(id) ? NOTHING : undefined),
};

async function compile(wanted) {
  const { rolldown } = await import("rolldown").catch(explainMissing);
  const bundle = await rolldown({
    cwd: project,
    input: entries,
    platform: "node",
    external,
    logLevel: "silent",
    plugins: [leaveOut, keepPlaces],
  });
  const { output } = await bundle.generate({ format: "esm", entryFileNames: "[name].js", minify });
  await bundle.close();
  mkdirSync(compiled, { recursive: true });
  // Two processes may get here at once, while a third runs what was compiled before. Each file is whole or not there;
  // parts are named for what is in them, and those that name them come after.
  for (const { fileName, code } of output.filter(({ isEntry }) => !isEntry)) writeWhole(fileName, code);
  for (const { fileName, code } of output.filter(({ isEntry }) => isEntry)) writeWhole(fileName, code);
  writeWhole("fingerprint", wanted);
  removeOld(new Set(["fingerprint", ...output.map(({ fileName }) => fileName)]));
}

function writeWhole(name, text) {
  const beside = join(compiled, `${name}.part-${process.pid}`);
  writeFileSync(beside, text);
  renameSync(beside, join(compiled, name));
}

/** Not at once: a preview that has been running for a while may still load a part that it did not need so far. */
function removeOld(kept) {
  for (const name of readdirSync(compiled).filter((other) => !kept.has(other))) {
    const written = statSync(join(compiled, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;
    if (Date.now() - written > DAY_MS) rmSync(join(compiled, name), { force: true, recursive: true });
  }
}

function explainMissing(error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  throw new Error('Cannot find the packages that Broadsheet needs; run "npm ci" in its folder', {
    cause: error,
  });
}

try {
  const wanted = fingerprint();
  const stamp = join(compiled, "fingerprint");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) await compile(wanted);
  // Node 22 and later keep what they have compiled of our code and of Eleventy's.
  module.enableCompileCache?.(join(project, ".cache", "node"));
  // Eleventy would start a thread that watches for changes of its configuration; ours is compiled before it starts.
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
  const name = process.argv[2] === "bench" ? "bench.js" : "cli.js";
  if (process.argv[2] !== "compile") {
    await import(pathToFileURL(join(compiled, name)).href).catch(explainMissing);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

// Starts Broadsheet from one bundle of plain JavaScript. It is made when packages are installed and again when a
// source has changed: a TypeScript loader would cost 0.2 to 0.5 s at every start, and to find and read the 250 small
// files of our libraries another 0.2 s. Plain JavaScript itself: it runs before there is anything else.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = join(project, ".cache", "compiled");
const entries = { cli: "./src/cli.ts", eleventy: "./.eleventy.ts", bench: "./tests/bench/bench.ts" };
// Eleventy finds files of its own beside its code; sharp has native parts, and most builds never load it.
const external = [/^@11ty\//, "nunjucks", "sharp"];

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

async function compile(wanted) {
  const { rolldown } = await import("rolldown").catch(() => {
    throw new Error('Cannot find the packages that Broadsheet needs; run "npm ci" in its folder');
  });
  const fresh = `${compiled}.next-${process.pid}`;
  const last = `${compiled}.last-${process.pid}`;
  const bundle = await rolldown({
    cwd: project,
    input: entries,
    platform: "node",
    external,
    logLevel: "silent",
  });
  await bundle.write({ dir: fresh, format: "esm", entryFileNames: "[name].js", cleanDir: true });
  await bundle.close();
  writeFileSync(join(fresh, "fingerprint"), wanted);
  // Two processes may get here at once: each swaps in a whole folder, and both are right.
  if (existsSync(compiled)) renameSync(compiled, last);
  try {
    renameSync(fresh, compiled);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(last, { recursive: true, force: true });
}

try {
  const wanted = fingerprint();
  const stamp = join(compiled, "fingerprint");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) await compile(wanted);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
// Node 22 and later keep what they have compiled of our code and of Eleventy's.
module.enableCompileCache?.(join(project, ".cache", "node"));
const name = process.argv[2] === "bench" ? "bench.js" : "cli.js";
if (process.argv[2] !== "compile") await import(pathToFileURL(join(compiled, name)).href);

import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type Order, readArguments, USAGE, UsageError } from "./arguments.ts";
import { build, explain, run } from "./build.ts";
import { hasErrors } from "./checks/check.ts";
import { count, type Format, report } from "./checks/report.ts";
import type { Outcome } from "./microsite.ts";
import { outputFolder } from "./output-folder.ts";
import { openProgress } from "./progress.ts";
import { PROJECT } from "./project.ts";

// The only place that prints or exits.
const here = process.cwd();

async function main(order: Order): Promise<number> {
  switch (order.command) {
    case "help":
      process.stdout.write(USAGE);
      return 0;
    case "version":
      process.stdout.write(`${await version()}\n`);
      return 0;
    case "build":
      return runBuild(order);
    case "check":
      return runCheck(order);
    case "serve":
      return runServe(order);
  }
}

async function runBuild({ folder, output, strict, format }: Order & { command: "build" }): Promise<number> {
  const start = performance.now();
  const site = siteFolder(folder);
  const target = outputFolder(output, folder);
  const progress = openProgress(process.stderr);
  const { published, ...outcome } = await build({ folder: site, onProgress: progress.show }, target, {
    strict,
  }).finally(progress.close);
  tell(outcome, format, folder);
  if (!published) {
    process.stderr.write(`Not built: ${count(outcome.problems)}. "${output}" is as it was\n`);
    return 1;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  process.stderr.write(
    `Built ${outcome.pages.length} pages into ${relative(here, target) || target} in ${seconds} s\n`,
  );
  return 0;
}

async function runCheck({ folder, strict, format }: Order & { command: "check" }): Promise<number> {
  const site = siteFolder(folder);
  const progress = openProgress(process.stderr);
  const outcome = await run({ folder: site, mode: "check", onProgress: progress.show }).finally(
    progress.close,
  );
  tell(outcome, format, folder);
  if (format === "text" && outcome.problems.length === 0) process.stdout.write("No problems\n");
  return hasErrors(outcome.problems, { strict }) ? 1 : 0;
}

async function runServe({ folder, port }: Order & { command: "serve" }): Promise<number> {
  // Loaded here, so that a build does not wait for a server.
  const { serve } = await import("./serve.ts");
  const preview = await serve({
    folder: siteFolder(folder),
    ...(port === undefined ? {} : { port }),
    onBuilt(result, ms) {
      if ("fault" in result) {
        process.stderr.write(`${explain(result.fault)}\nThe last good page stays\n`);
        return;
      }
      tell(result, "text", folder);
      process.stdout.write(`Printed in ${Math.round(ms)} ms: ${count(result.problems).toLowerCase()}\n`);
    },
  });
  process.stdout.write(`Preview at ${preview.address} (stop with Ctrl+C)\n`);
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void preview.close().then(() => done(0)));
    }
  });
}

function siteFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return resolve(folder);
  throw new UsageError(`Cannot find the folder "${folder}"; name one that holds a site`);
}

function tell({ document, problems }: Outcome, format: Format, folder: string): void {
  if (problems.length === 0 && format !== "json") return;
  const path = (file: string): string => relative(here, resolve(here, folder, file));
  process.stdout.write(report(problems, format, { path, sources: document.sources }));
}

async function version(): Promise<string> {
  const text = await readFile(join(PROJECT, "package.json"), "utf8");
  return `broadsheet ${(JSON.parse(text) as { version: string }).version}`;
}

// Whoever reads us may stop in the middle, such as "head": there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
try {
  process.exitCode = await main(readArguments(process.argv.slice(2)));
} catch (error) {
  const hint = error instanceof UsageError ? "\nSee --help" : "";
  process.stderr.write(`${error instanceof UsageError ? error.message : explain(error)}${hint}\n`);
  process.exitCode = 2;
}

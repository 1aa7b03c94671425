import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { run } from "../build.ts";
import { hasErrors } from "../checks/check.ts";
import { count } from "../checks/report.ts";
import { LIST, writeBooks } from "../editions/write-books.ts";
import { outputFolder } from "../output-folder.ts";
import { stage, swap } from "../printing/publish.ts";
import { CACHE } from "../project.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/** Checks a site, and writes the editions of it that take longer than a build. */
export const runEditions: Command = async (order, terminal) => {
  const folder = siteFolder(order.folder);
  const target = outputFolder(order.output, order.folder, (names) => names.includes(LIST));
  const printed = await stage(join(CACHE, "printed"));
  const staging = await stage(target);
  try {
    const building = terminal.openProgress();
    const outcome = await run({ folder, onProgress: building.show }, printed).finally(building.close);
    printProblems(outcome, order, terminal);
    if (hasErrors(outcome.problems, order)) {
      terminal.say(`Not written: ${count(outcome.problems)}. "${order.output}" is as it was\n`);
      return 1;
    }
    const writing = terminal.openProgress();
    const { only, paper } = order;
    const site = { ...outcome, folder: printed, paper };
    const paths = await writeBooks(site, staging, { only, onProgress: writing.show }).finally(writing.close);
    await swap(staging, target);
    terminal.say(`Wrote ${paths.join(" and ")} into ${relative(terminal.here, target) || target}\n`);
    return 0;
  } finally {
    for (const left of [printed, staging]) await rm(left, { recursive: true, force: true });
  }
};

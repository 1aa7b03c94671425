import { relative } from "node:path";
import { build } from "../build.ts";
import { count } from "../checks/report.ts";
import { outputFolder } from "../output-folder.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/** Checks a site and writes it. */
export const runBuild: Command = async (order, terminal) => {
  const start = performance.now();
  const folder = siteFolder(order.folder);
  const target = outputFolder(order.output, order.folder);
  const progress = terminal.openProgress();
  const { published, ...outcome } = await build({ folder, onProgress: progress.show }, target, {
    strict: order.strict,
    compress: order.compress,
  }).finally(progress.close);
  printProblems(outcome, order, terminal);
  if (!published) {
    terminal.say(`Not built: ${count(outcome.problems)}. "${order.output}" is as it was\n`);
    return 1;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const where = relative(terminal.here, target) || target;
  const { length } = outcome.pages;
  terminal.say(`Built ${length} ${length === 1 ? "page" : "pages"} into ${where} in ${seconds} s\n`);
  return 0;
};

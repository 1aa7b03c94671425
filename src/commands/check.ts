import { run } from "../build.ts";
import { hasErrors } from "../checks/check.ts";
import { countAllFresh } from "../checks/translation-report.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/** Checks a site and writes nothing. */
export const runCheck: Command = async (order, terminal) => {
  const progress = terminal.openProgress();
  const outcome = await run({
    folder: siteFolder(order.folder),
    mode: "check",
    onProgress: progress.show,
  }).finally(progress.close);
  printProblems(outcome, order, terminal);
  if (order.format === "text") {
    if (outcome.problems.length === 0) terminal.print("No problems\n");
    terminal.print(countAllFresh(outcome.document));
  }
  return hasErrors(outcome.problems, order) ? 1 : 0;
};

import { findBrowser } from "../browser/find-browser.ts";
import { count } from "../checks/report.ts";
import { openSite } from "../reader/open-site.ts";
import { ROWS } from "../reader/rows.ts";
import { tellRow } from "../reader/table.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/** Measures in a browser what readers get, and holds it to the site's budgets. Not while there are errors. */
export const runReader: Command = async (order, terminal) => {
  const { print, openProgress } = terminal;
  const progress = openProgress();
  progress.show("Building, and opening a browser");
  const opened = await openSite(siteFolder(order.folder), await findBrowser()).finally(progress.close);
  let missed = 0;
  try {
    const errors = opened.outcome.problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
      printProblems({ ...opened.outcome, problems: errors }, order, terminal);
      terminal.say(`Not measured: ${count(errors)}\n`);
      return 1;
    }
    for (const row of ROWS) {
      const working = openProgress();
      working.show(row.name);
      const figures = await row.measure(opened.site).finally(working.close);
      if (figures.some(({ isMet }) => !isMet)) missed++;
      print(tellRow(row, figures));
    }
  } finally {
    await opened.close();
  }
  print(missed === 0 ? "Every budget is met\n" : `${missed} of ${ROWS.length} budgets are missed\n`);
  return missed === 0 ? 0 : 1;
};

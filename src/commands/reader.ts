import { findBrowser } from "../browser/find-browser.ts";
import { openSite } from "../reader/open-site.ts";
import { ROWS } from "../reader/rows.ts";
import { tellRow } from "../reader/table.ts";
import { type Command, siteFolder } from "./command.ts";

/** Measures in a browser what readers get, and holds it to the site's budgets. */
export const runReader: Command = async ({ folder }, { print, openProgress }) => {
  const progress = openProgress();
  progress.show("Building, and opening a browser");
  const opened = await openSite(siteFolder(folder), await findBrowser()).finally(progress.close);
  let missed = 0;
  try {
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

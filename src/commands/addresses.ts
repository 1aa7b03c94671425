import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../build.ts";
import { hasErrors } from "../checks/check.ts";
import { count } from "../checks/report.ts";
import { addAddresses } from "../content/add-addresses.ts";
import { findAddresses } from "../content/found-addresses.ts";
import { LEDGER_FILE } from "../content/ledger.ts";
import { writeWhole } from "../write-whole.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/**
 * Adds to the ledger what a site publishes for the first time. Not while there are errors: what is new tells the check
 * what a lost address is called now, and would tell it no more once it is listed.
 */
export const runAddresses: Command = async (order, terminal) => {
  const folder = siteFolder(order.folder);
  const progress = terminal.openProgress();
  const outcome = await run({ folder, mode: "check", onProgress: progress.show }).finally(progress.close);
  if (hasErrors(outcome.problems)) {
    const errors = outcome.problems.filter(({ severity }) => severity === "error");
    printProblems({ ...outcome, problems: errors }, order, terminal);
    terminal.say(`Nothing added: ${count(errors)}\n`);
    return 1;
  }
  const path = join(folder, LEDGER_FILE);
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const { text, added } = addAddresses(before, findAddresses(outcome.document));
  if (added.length > 0 && !order.dryRun) await writeWhole(path, text);
  terminal.print(added.map((address) => `${address}\n`).join(""));
  terminal.say(`${sentence(added.length, order.dryRun)}\n`);
  return 0;
};

function sentence(number: number, isDryRun: boolean): string {
  if (number === 0) return `Every address is in ${LEDGER_FILE}`;
  const addresses = number === 1 ? "1 address" : `${number} addresses`;
  return isDryRun ? `Would add ${addresses} to ${LEDGER_FILE}` : `Added ${addresses} to ${LEDGER_FILE}`;
}

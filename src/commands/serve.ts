import { count } from "../checks/report.ts";
import { explain } from "../explain.ts";
import { serve } from "../serve.ts";
import { type Command, printProblems, siteFolder } from "./command.ts";

/** Serves a site on this machine until somebody ends it. */
export const runServe: Command = async ({ folder, port }, terminal) => {
  const preview = await serve({
    folder: siteFolder(folder),
    ...(port === undefined ? {} : { port }),
    onBuilt(result, ms) {
      if ("fault" in result) {
        terminal.say(`${explain(result.fault)}\nThe last good page stays\n`);
        return;
      }
      printProblems(result, { format: "text", folder }, terminal);
      terminal.print(`Printed in ${Math.round(ms)} ms: ${count(result.problems).toLowerCase()}\n`);
    },
  });
  terminal.print(`Preview at ${preview.address} (stop with Ctrl+C)\n`);
  await terminal.ended();
  await preview.close();
  return 0;
};

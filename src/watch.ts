import type { EventEmitter } from "node:events";
import chokidar from "@11ty/chokidar-with-glob-support";

/** How long it must be quiet before a change counts: editors save in several steps. */
const QUIET_MS = 40;

// A folder may be called "site (copy) [2]": its name is no pattern.
const OPTIONS = { ignoreInitial: true, disableGlobbing: true };

/**
 * Calls back at once, and again after files have changed, come or gone, never twice at the same time: what changes
 * meanwhile is taken up after.
 * This is the watcher that Eleventy uses. Eleventy's own loop ignores deleted files, waits 150 ms, and ends at an
 * error that is not its own.
 */
export async function watch(
  paths: readonly string[],
  onChange: () => Promise<void>,
  onFault: (error: Error) => void,
): Promise<{ close(): Promise<void> }> {
  const watcher = chokidar.watch([...paths], OPTIONS);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const start = (): void => {
    if (running !== undefined) {
      again = true;
      return;
    }
    running = onChange().finally(() => {
      running = undefined;
      if (again) start();
      again = false;
    });
  };
  // What cannot be watched, such as a link that leads in a circle; unheard, it would end the process. Our few lines of
  // types for this library leave the event out.
  (watcher as unknown as EventEmitter).on("error", onFault);
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(start, QUIET_MS);
  });
  await new Promise<void>((resolve) => watcher.on("ready", () => resolve()));
  start();
  await running;
  return {
    async close() {
      clearTimeout(timer);
      again = false;
      await watcher.close();
      await running;
    },
  };
}

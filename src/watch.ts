import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import chokidar from "@11ty/chokidar-with-glob-support";

/**
 * How long it must be quiet before a change counts: editors save in several steps. It is longer than the 50 ms in which
 * the watcher tells only of the first change to a file, so that what it keeps to itself is read as well.
 */
const QUIET_MS = 60;
/** How often the folders are looked at. */
const LOOK_MS = 500;
/** How long a watcher may take to find all files. What goes meanwhile might be waited for without end. */
const READY_MS = 5000;

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
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const start = (): void => {
    if (running !== undefined) {
      again = true;
      return;
    }
    running = onChange()
      .catch(onFault)
      .finally(() => {
        running = undefined;
        if (again) start();
        again = false;
      });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(start, QUIET_MS);
  };
  let known = await foldersIn(paths);
  let watcher = await openWatcher(paths, soon, onFault);
  // It loses a folder that goes and comes back, as when branches are switched: then all are watched anew.
  const look = async (): Promise<void> => {
    const now = await foldersIn(paths);
    if (now === known) return;
    known = now;
    await watcher.close();
    watcher = await openWatcher(paths, soon, onFault);
    soon();
  };
  start();
  await running;
  const looking = repeat(look, LOOK_MS, onFault);
  return {
    async close() {
      await looking.close();
      clearTimeout(timer);
      again = false;
      await watcher.close();
      await running;
    },
  };
}

async function openWatcher(paths: readonly string[], onAny: () => void, onFault: (error: Error) => void) {
  const watcher = chokidar.watch(paths, OPTIONS);
  // What cannot be watched, such as a link that leads in a circle; unheard, it would end the process.
  watcher.on("error", onFault);
  watcher.on("all", onAny);
  const ready = new Promise<void>((resolve) => watcher.on("ready", () => resolve()));
  await Promise.race([ready, wait(READY_MS, undefined, { ref: false })]);
  return watcher;
}

/** Every folder there is, each so that another one of the same name is told from it. */
async function foldersIn(paths: readonly string[]): Promise<string> {
  return (await Promise.all(paths.map(foldersBelow))).flat().join("\n");
}

async function foldersBelow(path: string): Promise<string[]> {
  try {
    const [{ ino, birthtimeMs }, entries] = await Promise.all([
      stat(path),
      readdir(path, { withFileTypes: true }),
    ]);
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
    const below = await Promise.all(folders.map(foldersBelow));
    return [`${path} ${ino} ${birthtimeMs}`, ...below.flat()];
  } catch {
    // Gone, or not to be read: what is printed says so.
    return [];
  }
}

/** Runs something again and again, with a pause after each time. */
function repeat(run: () => Promise<void>, pauseMs: number, onFault: (error: Error) => void) {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const next = (): void => {
    timer = setTimeout(() => {
      running = run()
        .catch(onFault)
        .finally(() => {
          if (!isClosed) next();
        });
    }, pauseMs);
  };
  next();
  return {
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

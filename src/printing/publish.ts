// The output is whole or not there. A folder that is not empty cannot be renamed over, so it takes two renames
// to swap: `_site` to `._site.last-<process>`, then `._site.next-<process>` to `_site`. Whoever comes after a
// process that died between them finds both names and finishes its work.

import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "../error-code.ts";
import { isRunning } from "../running.ts";
import { cacheFault } from "../write-whole.ts";

/** An empty folder beside the output, to build in. */
export async function stage(output: string): Promise<string> {
  try {
    await completeSwap(output);
    const staging = nameOf(output, "next", process.pid);
    await mkdir(staging, { recursive: true });
    return staging;
  } catch (cause) {
    const message = `Cannot make a folder beside "${output}" to build in; name another place`;
    throw cacheFault(output, cause) ?? new Error(message, { cause });
  }
}

/** Moves a finished folder to where the output is. */
export async function swap(staging: string, output: string): Promise<void> {
  const last = nameOf(output, "last", process.pid);
  // Another build may put its output there between the two renames: then it is moved away as well.
  for (let tries = 0; ; tries++) {
    const aside = tries === 0 ? last : `${last}-${tries}`;
    await rename(output, aside).catch(unless("ENOENT"));
    try {
      await rename(staging, output);
      break;
    } catch (error) {
      if (tries < 9 && ["ENOTEMPTY", "EEXIST"].includes(errorCode(error))) continue;
      await rename(aside, output).catch(unless("ENOENT", "ENOTEMPTY", "EEXIST"));
      throw new Error(`Cannot move what was built to "${output}"`, { cause: error });
    }
  }
  await removeAll(output, new RegExp(`^${literally(basename(last))}(-\\d+)?$`));
}

/** Finishes what a process that was killed has left: nobody needs to mend anything by hand. */
async function completeSwap(output: string): Promise<void> {
  const prefix = `.${basename(output)}.`;
  const names = (await readdir(dirname(output)).catch(unless("ENOENT"))) ?? [];
  for (const name of names.filter((other) => other.startsWith(`${prefix}last-`))) {
    const pid = Number(name.slice(prefix.length + "last-".length).split("-")[0]);
    if (isRunning(pid)) continue;
    if (!existsSync(output)) {
      const next = nameOf(output, "next", pid);
      // The old output moves away only when the new one is whole. Where another process is finishing the same
      // swap, its move comes first.
      const whole = existsSync(next) ? next : join(dirname(output), name);
      await rename(whole, output).catch(unless("ENOENT", "ENOTEMPTY", "EEXIST"));
    }
    await rm(join(dirname(output), name), { recursive: true, force: true });
  }
  for (const name of names.filter((other) => other.startsWith(`${prefix}next-`))) {
    const pid = Number(name.slice(prefix.length + "next-".length));
    if (!isRunning(pid)) await rm(join(dirname(output), name), { recursive: true, force: true });
  }
}

function nameOf(output: string, kind: "next" | "last", pid: number): string {
  return join(dirname(output), `.${basename(output)}.${kind}-${pid}`);
}

async function removeAll(output: string, names: RegExp): Promise<void> {
  for (const name of await readdir(dirname(output))) {
    if (names.test(name)) await rm(join(dirname(output), name), { recursive: true, force: true });
  }
}

function unless(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(errorCode(error))) throw error;
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

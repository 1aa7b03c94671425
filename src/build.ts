import { rm } from "node:fs/promises";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { hasErrors } from "./checks/check.ts";
import { compressFiles } from "./hosting/compress.ts";
import { type MicrositeOptions, microsite, type Outcome } from "./microsite.ts";
import { stage, swap } from "./printing/publish.ts";
import { PROJECT } from "./project.ts";

export type RunOptions = Omit<MicrositeOptions, "onOutcome" | "writes">;

// `.eleventy.ts` as `launch.js` has compiled it: Eleventy loads its configuration by itself, and not every Node
// reads TypeScript.
const CONFIGURATION = join(".cache", "compiled", "eleventy.js");

/** Runs the whole pipeline once, into a folder or into memory. A run after a change starts anew: nothing is left over. */
export async function run(options: RunOptions, output?: string): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  // Eleventy resolves its paths from the working folder.
  process.chdir(PROJECT);
  const eleventy = new Eleventy(undefined, output, {
    configPath: CONFIGURATION,
    quietMode: true,
    config: (config) => {
      // It would warn of whatever takes long on a busy machine: quiet mode comes too late for that.
      config.benchmarkManager.get("Configuration").setIsVerbose(false);
      config.addPlugin(microsite, {
        ...options,
        writes: output !== undefined,
        onOutcome: (outcome: Outcome) => void outcomes.push(outcome),
      });
    },
  });
  // It would log a fault with the way through its code; the fault itself reaches us.
  eleventy.disableLogger();
  await eleventy.toJSON();
  const outcome = outcomes.at(-1);
  if (outcome === undefined) throw new Error("Eleventy has ended without printing anything");
  return outcome;
}

/** Builds beside the output and moves it into place; an output with errors never gets there. */
export async function build(
  options: RunOptions,
  output: string,
  { strict = false, compress = false } = {},
): Promise<Outcome & { readonly published: boolean }> {
  const staging = await stage(output);
  try {
    const outcome = await run(options, staging);
    const published = !hasErrors(outcome.problems, { strict });
    if (published && compress) await compressFiles(staging);
    if (published) await swap(staging, output);
    return { ...outcome, published };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

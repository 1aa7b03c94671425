import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type Order, UsageError } from "../arguments.ts";
import { report } from "../checks/report.ts";
import type { Outcome } from "../microsite.ts";
import type { Progress } from "../progress.ts";

/** What a command may do to the outside, given by the only place that prints. */
export interface Terminal {
  /** The folder that the command was called in: a build moves elsewhere. */
  readonly here: string;
  /** Results, to the standard output. */
  readonly print: (text: string) => void;
  /** Words about the work, to the standard error. */
  readonly say: (text: string) => void;
  readonly openProgress: () => Progress;
  /** Resolves when the person at the terminal ends the command, with the exit status of what ends for that alone. */
  readonly ended: () => Promise<number>;
}

/** Carries out one command. Gives the exit status: 0 fine, 1 problems found. */
export type Command = (order: Order, terminal: Terminal) => Promise<number>;

/** The whole path of a site's folder. Throws a UsageError where there is none. */
export function siteFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return resolve(folder);
  throw new UsageError(`Cannot find the folder "${folder}"; name one that holds a site`);
}

/** Problems in the form that is wanted, their files as they are named from where the command was called. */
export function printProblems(
  { document, problems }: Pick<Outcome, "document" | "problems">,
  { format, folder }: Pick<Order, "format" | "folder">,
  { here, print }: Terminal,
): void {
  if (problems.length === 0 && format !== "json") return;
  const path = (file: string): string => relative(here, resolve(here, folder, file));
  print(report(problems, format, { path, sources: document.sources }));
}

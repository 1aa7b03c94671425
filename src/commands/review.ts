import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Order, UsageError } from "../arguments.ts";
import { hasErrors, inOrder } from "../checks/check.ts";
import { outputFolder } from "../output-folder.ts";
import { compareSides } from "../review/compare.ts";
import { tellReview } from "../review/markdown.ts";
import { openRevision } from "../review/revision.ts";
import { buildSide } from "../review/side.ts";
import { findWithdrawn } from "../review/withdrawn.ts";
import { type Command, printProblems, siteFolder, type Terminal } from "./command.ts";

const UNRELATED =
  "The two have no commit in common: all that they differ in is told as a change, whoever made it";
const NEW = "The site was not there, nor where its folder has come from: all of it is told as new";

/** Builds the site as it was and as it is, and writes down what is different for readers. */
export const runReview: Command = async (order, terminal) => {
  const ended = terminal.ended();
  // Ctrl+C reaches git too, which then has no answer.
  return review(order, terminal, ended).catch((fault) => Promise.race([ended, Promise.reject(fault)]));
};

async function review(order: Order, terminal: Terminal, ended: Promise<number>): Promise<number> {
  const folder = siteFolder(order.folder);
  const output = outputFolder(order.output, order.folder, isReview);
  const revision = await openRevision(folder, order.base);
  if ("fault" in revision) throw new UsageError(revision.fault);
  try {
    const progress = terminal.openProgress();
    const building = buildBoth(revision.folder, folder, output, progress.show);
    const built = await Promise.race([ended, building]).finally(progress.close);
    if (typeof built === "number") return built;
    const { before, after } = built;
    const compared = compareSides(before, after);
    const notes = [...(revision.isUnrelated ? [UNRELATED] : []), ...(revision.isNew ? [NEW] : [])];
    const names = { base: revision.commit.slice(0, 12), head: "the files as they are", notes };
    const record = { base: revision.commit, ...compared };
    await writeFile(join(output, "review.md"), tellReview(compared, names));
    await writeFile(join(output, "review.json"), `${JSON.stringify(record, null, 2)}\n`);
    printProblems({ ...after.outcome, problems: after.problems }, order, terminal);
    for (const note of notes) terminal.say(`${note}\n`);
    const where = relative(terminal.here, join(output, "review.md"));
    terminal.say(`Wrote ${where}, review.json, and the site before and after\n`);
    return hasErrors(after.problems, order) ? 1 : 0;
  } finally {
    await revision.close();
  }
}

/** Also one that was ended before its words were written. */
function isReview(names: readonly string[]): boolean {
  return names.every((name) => ["after", "before", "review.json", "review.md"].includes(name));
}

async function buildBoth(earlier: string, now: string, output: string, onProgress: (what: string) => void) {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const before = await buildSide(earlier, join(output, "before"), onProgress);
  const after = await buildSide(now, join(output, "after"), onProgress);
  const [listed, lists] = [before.outcome.document.site.published, after.outcome.document.site.published];
  const problems = [...after.problems, ...findWithdrawn(listed, lists)].sort(inOrder);
  return { before, after: { ...after, problems } };
}

import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "./build.ts";
import { describe } from "./checks/report.ts";
import { explain } from "./explain.ts";
import type { Outcome } from "./microsite.ts";
import type { ShownProblem } from "./preview/events.ts";
import { openPreview, type Preview } from "./preview/server.ts";
import { stage, swap } from "./printing/publish.ts";
import { CACHE, LAYOUTS } from "./project.ts";
import { watch } from "./watch.ts";

const MOST_SHOWN = 100;

export interface ServeOptions {
  readonly folder: string;
  readonly port?: number;
  readonly cache?: string;
  /** Told after each build, the first one included; a fault is what the tool could not do. */
  readonly onBuilt: (result: Outcome | { readonly fault: Error }, ms: number) => void;
}

/** Serves a site on this machine and prints it again after every change. It ends only when it is closed. */
export async function serve(options: ServeOptions): Promise<Preview> {
  const { folder, port, onBuilt, cache = join(CACHE, "preview") } = options;
  const site = resolve(folder);
  // One folder a site and port: two servers never show each other's pages, and one that starts again at the same
  // address shows its last page until there is a new one.
  const ofSite = join(cache, createHash("sha256").update(site).digest("hex").slice(0, 12));
  const preview = await openPreview({
    folder: (taken) => join(ofSite, String(taken)),
    ...(port === undefined ? {} : { port, strict: true }),
  });
  let before: Outcome | undefined;

  async function print(): Promise<void> {
    const start = performance.now();
    let staging: string | undefined;
    try {
      staging = await stage(preview.folder);
      const outcome = await run({ folder: site, mode: "preview" }, staging);
      const problems = shownProblems(outcome);
      if (outcome.pages.length === 0) {
        preview.show({ kind: "problems", problems });
      } else {
        const finished = staging;
        const changed = changedSections(before, outcome);
        await preview.replace(() => swap(finished, preview.folder), { kind: "built", changed, problems });
        before = outcome;
      }
      onBuilt(outcome, performance.now() - start);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      preview.show({ kind: "problems", problems: [{ severity: "error", text: explain(fault) }] });
      onBuilt({ fault }, performance.now() - start);
    } finally {
      if (staging !== undefined) await rm(staging, { recursive: true, force: true });
    }
  }

  const watcher = await watch([join(site, "content"), join(site, "images"), LAYOUTS], print, (cause) =>
    onBuilt({ fault: new Error("Cannot follow all files of the site", { cause }) }, 0),
  );
  return {
    ...preview,
    async close() {
      await watcher.close();
      await preview.close();
    },
  };
}

/** The first problems, as texts: a page would hang with the thousands that one slip in a long file can make. */
function shownProblems({ problems, document }: Outcome): ShownProblem[] {
  const shown = problems.slice(0, MOST_SHOWN).map((problem) => ({
    severity: problem.severity,
    text: describe(problem, { sources: document.sources }),
  }));
  const rest = problems.length - shown.length;
  const more = { severity: "notice", text: `${rest} more in the terminal` } as const;
  return rest === 0 ? shown : [...shown, more];
}

/** The names of the sections that read otherwise than before. */
function changedSections(before: Outcome | undefined, { document }: Outcome): string[] {
  if (before === undefined) return [];
  const sections = ({ document: { pages } }: Pick<Outcome, "document">) =>
    pages.flatMap((page) => page.sections);
  const old = new Map(sections(before).map((section) => [section.file, section]));
  return sections({ document })
    .filter(({ file, html, shown }) => {
      const other = old.get(file);
      return other?.html !== html || JSON.stringify(other?.shown) !== JSON.stringify(shown);
    })
    .map(({ name }) => name);
}

import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "./build.ts";
import { describe } from "./checks/report.ts";
import type { Outcome } from "./microsite.ts";
import { openPreview, type Preview } from "./preview/server.ts";
import { stage, swap } from "./printing/publish.ts";
import { CACHE, LAYOUTS } from "./project.ts";
import { watch } from "./watch.ts";

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
  const shown = join(cache, "site");
  const fresh = join(cache, "fresh");
  const preview = await openPreview({ folder: shown, ...(port === undefined ? {} : { port, strict: true }) });
  let before: Outcome | undefined;

  async function print(): Promise<void> {
    const start = performance.now();
    try {
      const outcome = await run({ folder, mode: "preview" }, fresh);
      const problems = outcome.problems.map((problem) => ({
        severity: problem.severity,
        text: describe(problem, { sources: outcome.document.sources }),
      }));
      if (outcome.pages.length === 0) {
        preview.show({ kind: "problems", problems });
      } else {
        const staging = await stage(shown);
        await cp(fresh, staging, { recursive: true });
        await swap(staging, shown);
        preview.show({ kind: "built", changed: changedSections(before, outcome), problems });
        before = outcome;
      }
      onBuilt(outcome, performance.now() - start);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      preview.show({ kind: "problems", problems: [{ severity: "error", text: fault.message }] });
      onBuilt({ fault }, performance.now() - start);
    }
  }

  await print();
  const site = resolve(folder);
  const watcher = await watch([join(site, "content"), join(site, "images"), LAYOUTS], print);
  return {
    ...preview,
    async close() {
      await watcher.close();
      await preview.close();
    },
  };
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

import { join, resolve } from "node:path";
import { hashOf, keepFile, readValue, versionOf, writeValue } from "../cache.ts";
import type { Problem } from "../model.ts";
import type { ExportOptions } from "./export.ts";
import type { Drawings, DrawnFlow, Flow } from "./flow.ts";
import { readFlow } from "./read-flow.ts";
import { findUndrawable } from "./undrawable.ts";

export interface FoundFlow {
  /** Absent where an error keeps it from being drawn. */
  readonly drawn?: DrawnFlow;
  readonly problems: readonly Problem[];
}

export interface FlowFiles {
  /** Absolute paths in the cache. */
  readonly svg: string;
  readonly png: string;
}

export interface Flows {
  /** The text of a file, which is relative to the site's folder, and the languages in which it has to say everything. */
  read(text: string, file: string, languages: readonly string[]): Promise<FoundFlow>;
  /** The flow in a language as files of its own. */
  export(drawn: DrawnFlow, language: string, options: ExportOptions): Promise<FlowFiles>;
}

const LAYOUT_PACKAGES = ["elkjs", "opentype.js", "@fontsource/public-sans"];
const EXPORT_PACKAGES = [...LAYOUT_PACKAGES, "sharp"];

/** Raise it when the code of this stage comes to make another drawing of the same flow. */
const revision = 1;

/** Reads flows, and draws those that the cache does not have: a folder that is made when it does not exist. */
export function openFlows(options: { readonly cache: string }): Flows {
  const cache = resolve(options.cache);
  // The same flow may be asked for in several languages at once.
  const drawing = new Map<string, Promise<Drawings>>();

  async function findDrawings(flow: Flow): Promise<Drawings> {
    // The words of the steps are not in the drawing: to mend one costs no new layout.
    const { title, steps, file, name, ...parts } = flow;
    const lines = steps.map(({ from, to, starter }) => [from, to, starter]);
    const path = join(cache, `${keyOf([parts, lines], LAYOUT_PACKAGES)}.json`);
    const begun = drawing.get(path) ?? drawOrFind(flow, path);
    drawing.set(path, begun);
    try {
      return await begun;
    } finally {
      drawing.delete(path);
    }
  }

  async function drawOrFind(flow: Flow, path: string): Promise<Drawings> {
    const known = await readValue<Drawings>(path);
    if (known !== undefined) return known;
    const { layOut } = await import("./layout.ts");
    const drawings = await layOut(flow);
    await writeValue(path, drawings);
    return drawings;
  }

  return {
    async read(source, file, languages) {
      const { flow, problems, place } = readFlow(source, file, languages);
      if (flow === undefined) return { problems };
      const [drawings, notices] = await Promise.all([findDrawings(flow), findUndrawable(flow, place)]);
      return { drawn: { flow, drawings }, problems: [...problems, ...notices] };
    },
    async export(drawn, language, exportOptions) {
      const { words, styles } = exportOptions;
      const key = keyOf([drawn, language, words, styles], EXPORT_PACKAGES);
      const at = (ending: string): string => join(cache, `${key}.${ending}`);
      const files = { svg: at("svg"), png: at("png") };
      const draw = async () => (await import("./export.ts")).exportFlow(drawn, language, exportOptions);
      // Where both are missing, one drawing gives both.
      let begun: ReturnType<typeof draw> | undefined;
      const make = () => (begun ??= draw());
      await Promise.all([
        keepFile(files.svg, async () => (await make()).svg),
        keepFile(files.png, async () => (await make()).png),
      ]);
      return files;
    },
  };
}

/** The same for the same parts, the same code and the same versions of what it draws with. */
function keyOf(parts: readonly unknown[], packages: readonly string[]): string {
  return hashOf(JSON.stringify({ revision, packages: packages.map(versionOf), parts }));
}

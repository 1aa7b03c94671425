import { copyBelow } from "../copy-below.ts";
import type { Document } from "../model.ts";
import type { ExportOptions } from "./export.ts";
import { EXPORT_ENDINGS, exportPath } from "./export-path.ts";
import type { Flows } from "./flows.ts";

/**
 * Puts each flow that a page shows into the output as files of its own, in every language: `images/pull.flow.yaml`
 * becomes `images/pull.svg` and `images/pull.png`, and `de/images/…` in a language that is not the first. These
 * addresses last: other sites embed them.
 */
export async function copyExports(
  flows: Flows,
  { site: { languages }, flows: files, sources }: Document,
  output: string,
  optionsFor: (language: string) => Promise<ExportOptions>,
): Promise<void> {
  const copyOne = async (file: string): Promise<void> => {
    // Read again from the cache: drawings would otherwise be kept for as long as a preview runs.
    const { drawn } = await flows.read(sources.get(file) ?? "", file, languages);
    if (drawn === undefined) return;
    for (const language of languages) {
      const made = await flows.export(drawn, language, await optionsFor(language));
      for (const ending of EXPORT_ENDINGS) {
        await copyBelow(made[ending], output, exportPath(file, language, languages, ending));
      }
    }
  };
  await Promise.all([...files].map(copyOne));
}

import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { UsageError } from "../arguments.ts";
import { run } from "../build.ts";
import { count } from "../checks/report.ts";
import { tellTranslations } from "../checks/translation-report.ts";
import { markTranslation } from "../content/mark-translation.ts";
import type { Document, Translation } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { writeWhole } from "../write-whole.ts";
import { type Command, printProblems, siteFolder, type Terminal } from "./command.ts";

/** Tells how each translation stands to its source, or notes that some are up to date. */
export const runTranslations: Command = async (order, terminal) => {
  const { folder, mark, strict } = order;
  const site = siteFolder(folder);
  const outcome = await run({ folder: site, mode: "check" });
  const { document, problems } = outcome;
  // Without settings there are no languages, and nothing is known of translations.
  if (document.site.languages.length === 0) {
    printProblems(outcome, order, terminal);
    terminal.say(`Nothing is known of translations: ${count(problems)}\n`);
    return 1;
  }
  if (mark.length > 0) return markAll(mark, site, document, terminal);
  terminal.print(tellTranslations(document));
  return strict && document.translations.some(({ state }) => state !== "fresh") ? 1 : 0;
};

async function markAll(
  names: readonly string[],
  site: string,
  document: Document,
  { here, print }: Terminal,
): Promise<number> {
  // All are looked up before the first is written.
  const found = names.map((name) => findTranslation(relative(site, resolve(here, name)), name, document));
  for (const { file, sourceFile } of found) {
    const path = join(site, file);
    const text = await readFile(path, "utf8");
    const marked = markTranslation(text, document.sources.get(sourceFile) ?? "");
    if (marked !== text) await writeWhole(path, marked);
    print(`${file}: ${marked === text ? "was up to date already" : `says what ${sourceFile} says now`}\n`);
  }
  return 0;
}

function findTranslation(file: string, name: string, { translations, site }: Document): Translation {
  const marked = translations.filter(({ state }) => state !== "missing" && state !== "orphan");
  const found = marked.find((one) => one.file === file.split("\\").join("/") || one.file === name);
  if (found !== undefined) return found;
  const near = didYouMean(
    name,
    marked.map((one) => one.file),
  );
  const others = site.languages.slice(1).map((language) => `content/${language}/`);
  const wayOut =
    near || `; name a file of ${others.join(" or ") || "a second language"} whose source is there`;
  throw new UsageError(`Cannot find the translation "${name}"${wayOut}`);
}

import type { Document, Translation } from "../model.ts";
import { tellLines } from "./rules/translation-stale.ts";

type Translated = Pick<Document, "site" | "translations">;

/** What is to be done in each language but the source, below its count. */
export function tellTranslations(document: Translated): string {
  const { site, translations } = document;
  const [source, ...others] = site.languages;
  if (others.length === 0) return `This site has one language, "${source}": nothing is translated\n`;
  return others
    .map((language) => {
      const own = translations.filter((one) => one.language === language);
      return countFresh(language, own) + own.map(tellOne).join("");
    })
    .join("");
}

/** A line for each language but the source: `Translations into de: 11 of 12 up to date` */
export function countAllFresh({ site, translations }: Translated): string {
  const [, ...others] = site.languages;
  return others
    .map((language) =>
      countFresh(
        language,
        translations.filter((one) => one.language === language),
      ),
    )
    .join("");
}

function countFresh(language: string, translations: readonly Translation[]): string {
  const expected = translations.filter(({ state }) => state !== "orphan");
  const fresh = expected.filter(({ state }) => state === "fresh");
  return `Translations into ${language}: ${fresh.length} of ${expected.length} up to date\n`;
}

function tellOne({ state, file, sourceFile, changed }: Translation): string {
  switch (state) {
    case "fresh":
      return "";
    case "stale":
      return `  stale     ${file}: ${sourceFile} has changed since${changed === undefined ? "" : `, ${tellLines(changed)}`}\n`;
    case "unmarked":
      return `  unmarked  ${file}: no "source" says which text of ${sourceFile} it translates\n`;
    case "missing":
      return `  missing   ${file}\n`;
    case "orphan":
      return `  orphan    ${file}: ${sourceFile} is gone\n`;
  }
}

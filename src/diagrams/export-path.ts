export const EXPORT_ENDINGS = ["svg", "png"] as const;

/** `exportPath("images/pull.flow.yaml", "de", ["en", "de"], "svg")` gives `de/images/pull.svg`. */
export function exportPath(
  file: string,
  language: string,
  languages: readonly string[],
  ending: (typeof EXPORT_ENDINGS)[number],
): string {
  return `${language === languages[0] ? "" : `${language}/`}${file.replace(/flow\.yaml$/, ending)}`;
}

/** All files that a flow is written as. */
export function exportPaths(file: string, languages: readonly string[]): string[] {
  return languages.flatMap((language) =>
    EXPORT_ENDINGS.map((ending) => exportPath(file, language, languages, ending)),
  );
}

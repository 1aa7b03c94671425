import { slug } from "github-slugger";
import { placeOfFile } from "../../content/files.ts";
import { NAME, SITE_FILE } from "../../content/settings.ts";
import type { Site } from "../../model.ts";
import type { Rule } from "../rule.ts";

/** A file that no list names would be printed nowhere, and nobody would notice. */
export const sectionUnlisted: Rule = {
  name: "section-unlisted",
  *check({ document: { site, files, translations } }) {
    if (site.languages.length === 0) return;
    // Told by a rule of its own.
    const orphans = new Set(translations.flatMap(({ state, file }) => (state === "orphan" ? file : [])));
    for (const file of files) {
      if (!file.startsWith("content/") || !file.endsWith(".md") || orphans.has(file)) continue;
      const message = explain(file, site);
      if (message !== undefined) yield { message, place: { file, line: 1, column: 1 } };
    }
  },
};

function explain(file: string, site: Site): string | undefined {
  const found = placeOfFile(file, site.languages);
  if (found === undefined) {
    const folders = site.languages.map((language) => `content/${language}/`).join(", ");
    return `"${file}" is in no folder of sections; move it to one of: ${folders}`;
  }
  const { name, isPage } = found;
  const list = isPage ? "pages" : "sections";
  if (site[list].some((entry) => entry.name === name)) return undefined;
  if (!NAME.test(name)) {
    return `Cannot use "${name}" as a name; call the file "${slug(name) || "words"}.md", and add that name to "${list}" in ${SITE_FILE}`;
  }
  return `No list names "${name}"; add it to "${list}" in ${SITE_FILE}, or delete the file`;
}

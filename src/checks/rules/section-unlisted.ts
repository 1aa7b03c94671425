import { placeOfFile } from "../../content/files.ts";
import { SITE_FILE } from "../../content/settings.ts";
import type { Rule } from "../rule.ts";

/** A file that no list names would be printed nowhere, and nobody would notice. */
export const sectionUnlisted: Rule = {
  name: "section-unlisted",
  *check({ document: { site, files } }) {
    for (const file of files) {
      if (!file.startsWith("content/") || !file.endsWith(".md")) continue;
      const found = placeOfFile(file, site.languages);
      const place = { file, line: 1, column: 1 };
      if (found === undefined) {
        const folders = site.languages.map((language) => `content/${language}/`).join(", ");
        yield { message: `"${file}" is in no language's folder; move it to one of: ${folders}`, place };
        continue;
      }
      const list = found.isPage ? "pages" : "sections";
      if (site[list].some(({ name }) => name === found.name)) continue;
      const message = `No list names "${found.name}"; add it to "${list}" in ${SITE_FILE}, or delete the file`;
      yield { message, place };
    }
  },
};

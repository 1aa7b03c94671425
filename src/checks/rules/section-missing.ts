import { fileOf } from "../../content/files.ts";
import { didYouMean } from "../../nearest.ts";
import type { Rule } from "../rule.ts";

/** Every section and page that the settings name is there, in every language. */
export const sectionMissing: Rule = {
  name: "section-missing",
  *check({ document: { site, files } }) {
    for (const [entries, isPage] of [
      [site.sections, false],
      [site.pages, true],
    ] as const) {
      for (const language of site.languages) {
        for (const { name, place } of entries) {
          const file = fileOf(language, name, { isPage });
          if (files.has(file)) continue;
          const start = fileOf(language, "", { isPage }).replace(/\.md$/, "");
          const others = [...files].filter((other) => other.startsWith(start) && other.endsWith(".md"));
          const names = others
            .map((other) => other.slice(start.length, -3))
            .filter((other) => !other.includes("/"));
          const near = didYouMean(name, names) || "; write it, or take its name off the list";
          yield { message: `Cannot find "${file}", the file of "${name}"${near}`, place };
        }
      }
    }
  },
};

import { posix } from "node:path";
import { nearest } from "../../nearest.ts";
import type { Rule } from "../rule.ts";
import { sectionsByFile } from "../targets.ts";

/** A link to a file of the site leads to one that is printed. */
export const fileTarget: Rule = {
  name: "file-target",
  *check({ document }) {
    const sections = sectionsByFile(document);
    for (const section of sections.values()) {
      for (const { target, address, place } of section.links) {
        if (target.kind !== "file" || sections.has(target.file)) continue;
        if (document.files.has(target.file)) {
          yield {
            message: `Cannot link to "${address}": that file is printed on no page; link to a section`,
            place,
          };
          continue;
        }
        const near = nearestText(target.file, [...sections.keys()]);
        const path = near === undefined ? undefined : posix.relative(posix.dirname(section.file), near);
        const wayOut = path === undefined ? "; name a file of the site" : `; did you mean "${path}"?`;
        yield { message: `Cannot find "${address}"${wayOut}`, place };
      }
    }
  },
};

/** Whoever knows the printed page writes `legal.html`, whoever moved a file its old folder. No text is near a picture. */
function nearestText(file: string, texts: readonly string[]): string | undefined {
  const { name, ext } = posix.parse(file);
  if (file.endsWith("/") || !["", ".md", ".html"].includes(ext)) return undefined;
  return texts.find((text) => posix.parse(text).name === name) ?? nearest(file, texts);
}

import { posix } from "node:path";
import { ICON_FILE } from "../../content/document.ts";
import { SITE_FILE } from "../../content/settings.ts";
import { isFlowFile } from "../../diagrams/flow.ts";
import type { Document } from "../../model.ts";
import { flowName } from "../flow-name.ts";
import type { Rule } from "../rule.ts";

const PICTURE = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** A file that nothing shows is not checked either: somebody has forgotten to show it, or to delete it. */
export const fileUnused: Rule = {
  name: "file-unused",
  severity: "notice",
  *check({ document }) {
    if (document.pages.length === 0) return;
    // What cannot be read has been asked for as well.
    const asked = document.problems.map(({ place }) => place.file);
    const used = new Set([...document.sources.keys(), ...asked, ...shownPictures(document), ICON_FILE]);
    for (const file of document.files) {
      const wayOut = used.has(file) ? undefined : wayOutOf(file);
      if (wayOut === undefined) continue;
      yield {
        message: `Nothing shows "${file}"; ${wayOut}, or delete it`,
        place: { file, line: 1, column: 1 },
      };
    }
  },
};

function* shownPictures({ pages }: Document): Generator<string> {
  for (const { pictures, shown } of pages.flatMap((page) => page.sections)) {
    for (const { file } of pictures) if (file !== undefined) yield file;
    if (shown?.kind !== "people") continue;
    for (const { portrait } of shown.people) if (portrait?.file !== undefined) yield portrait.file;
  }
}

/** Undefined for what has a rule of its own, and for what may lie beside pictures. */
function wayOutOf(file: string): string | undefined {
  const { ext, name } = posix.parse(file);
  if (file.startsWith("images/")) {
    if (isFlowFile(file) || PICTURE.test(file)) return "show it in a text";
    return /\.flow\.ya?ml$/i.test(file) ? `call it "${flowName(name + ext)}" and show it` : undefined;
  }
  if (ext === ".md") return undefined;
  if (/^\.(?:md|markdown|mdx)$/i.test(ext)) return `call it "${name}.md"`;
  if (file.startsWith("content/_data/")) {
    return ext === ".yaml" ? `name it in ${SITE_FILE}: "shows: ${name}"` : 'call it ".yaml" and show it';
  }
  return ext === "" ? "if it is a link, put the files themselves there" : "quote it in a text";
}

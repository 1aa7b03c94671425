import { fileOf } from "../../content/files.ts";
import type { Document, Entry } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";

/** Every section and page that the settings name is written in the source language. */
export const sectionMissing: Rule = {
  name: "section-missing",
  *check({ document }) {
    for (const entry of document.site.sections) yield* findFile(entry, false, document);
    for (const entry of document.site.pages) yield* findFile(entry, true, document);
  },
};

function* findFile(
  { name, place }: Entry,
  isPage: boolean,
  { site: { languages }, files }: Document,
): Generator<Finding> {
  const [source = ""] = languages;
  const file = fileOf(source, name, { isPage });
  if (files.has(file)) return;
  const start = file.slice(0, file.lastIndexOf("/") + 1);
  const names = [...files]
    .filter((other) => other.startsWith(start) && other.endsWith(".md"))
    .map((other) => other.slice(start.length, -3))
    .filter((other) => !other.includes("/"));
  const near = didYouMean(name, names) || "; write it, or take its name off the list";
  yield { message: `Cannot find "${file}", the file of "${name}"${near}`, place };
}

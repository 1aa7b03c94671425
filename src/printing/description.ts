import type { Page, Site } from "../model.ts";
import { pick } from "./words.ts";

/** What lists of found pages show, in characters. */
const MOST = 160;

/** The explainer is what the site is about; a page of its own is about what its first words say. */
export function descriptionOf({ layout, language, sections }: Page, site: Site): string {
  const [opening] = sections;
  const first = opening?.blocks.find(({ kind }) => kind === "paragraph");
  if (layout === "explainer" || first === undefined) return pick(site.description, language);
  return shorten(first.text, language);
}

/** As many whole sentences as there is room for, or else the whole words of the first. */
function shorten(text: string, language: string): string {
  if (text.length <= MOST) return text;
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  let whole = "";
  for (const { segment } of sentences) {
    if ((whole + segment).trimEnd().length > MOST) break;
    whole += segment;
  }
  return whole.trimEnd() || `${text.slice(0, MOST).replace(/[\s,;:–—-]*\s\S*$/, "")}…`;
}

import type { Page, Section, Site } from "../model.ts";
import { canonicalOf } from "./published.ts";
import { quoted } from "./quoted.ts";
import { pick } from "./words.ts";

type Headed = Pick<Page, "title" | "language" | "path"> & {
  readonly sections: readonly Pick<Section, "name" | "title">[];
};

/**
 * What stands at the edges of printed pages: the site on the left ones, the section on the right ones, and where both
 * are published. A section begins a page: only so does its name get to the edge, in browsers that know margin boxes.
 */
export function runningHeads({ sections, title, language, path }: Headed, site: Site): string {
  const named = sections.slice(1).map(({ name, title }, index) => {
    const ends = index === sections.length - 2 ? ",.footer" : "";
    return `@page s${index}:right{@top-right{content:${quoted(title)}}}[aria-labelledby=${quoted(name)}]${ends}{page:s${index}}`;
  });
  const address = quoted(canonicalOf(site.address, path).replace(/^https:\/\/(www\.)?|\/$/g, ""));
  return `@layer print{@media print{
@page:left{@top-left{content:${quoted(pick(site.title, language))}}@bottom-right{content:${address}}}
@page:right{@top-right{content:${quoted(title)}}@bottom-left{content:${address}}}
@page:first{@top-right{content:none}}
${named.join("\n")}}}`;
}

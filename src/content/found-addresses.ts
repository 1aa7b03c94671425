import { exportPaths } from "../diagrams/export-path.ts";
import { isFlowFile } from "../diagrams/flow.ts";
import type { Document, Page, Place, Section } from "../model.ts";
import { publicPath } from "./addresses.ts";

/** Something on a page that others can link to. */
export interface Spot {
  readonly id: string;
  readonly place: Place;
  readonly section: Section;
}

/** Headings, places that were given an id, and rows and terms of lists, in the order of the page. */
export function spotsOf({ sections }: Page): Spot[] {
  return sections.flatMap((section) => targetsIn(section).map(({ id, place }) => ({ id, place, section })));
}

/** What a link can lead to in a section. A heading without an id has a rule of its own. */
export function targetsIn(section: Section): Pick<Spot, "id" | "place">[] {
  const given = section.idMarks.filter(({ isPlaced }) => isPlaced);
  const written = [...section.headings, ...given].sort((a, b) => a.place.line - b.place.line);
  return [...written, ...listedTargets(section)].filter(({ id }) => id !== "");
}

/** What a list kept as data makes a link able to lead to. */
function listedTargets({ shown }: Section): readonly Pick<Spot, "id" | "place">[] {
  if (shown?.kind === "table") return shown.rows;
  return shown?.kind === "terms" ? shown.terms : [];
}

export interface FoundAddresses {
  /** By the path of its page: ids in the order of the page. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  readonly images: readonly string[];
}

/** What others could link to once this site is published. Ids are those of the source language, and hold in all. */
export function findAddresses({ site: { languages }, pages, flows }: Document): FoundAddresses {
  const own = pages.filter(({ language }) => language === languages[0]);
  return {
    pages: new Map(
      own.map((page) => [publicPath(page.name), [...new Set(spotsOf(page).map(({ id }) => id))]]),
    ),
    images: imagesOf(flows, languages),
  };
}

/** The paths that flows are written to for other sites: `/images/pull.svg` */
export function imagesOf(flows: Iterable<string>, languages: readonly string[]): string[] {
  return [...flows]
    .sort()
    .flatMap((file) => exportPaths(file, languages))
    .map((path) => `/${path}`);
}

/** The flows that texts show, also those that could not be drawn: they have problems of their own. */
export function shownFlows(pages: readonly Page[]): Set<string> {
  const pictures = pages.flatMap(({ sections }) => sections.flatMap((section) => section.pictures));
  return new Set(pictures.flatMap(({ file }) => (file !== undefined && isFlowFile(file) ? file : [])));
}

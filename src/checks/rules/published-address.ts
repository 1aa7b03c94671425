import { nameOfPath, publicPath } from "../../content/addresses.ts";
import { imagesOf, shownFlows, spotsOf } from "../../content/found-addresses.ts";
import { LEDGER_FILE } from "../../content/ledger.ts";
import { isFlowFile } from "../../diagrams/flow.ts";
import type { Address, Alias, Document, Page, PublishedPage, Site } from "../../model.ts";
import { nearest } from "../../nearest.ts";
import { type Finding, named, type Rule, type Subject } from "../rule.ts";
import { findSuccessors, type Successor } from "../successor.ts";

/** What has been published answers for ever: each id, page and image that the ledger lists, in every language. */
export const publishedAddress: Rule = {
  name: "published-address",
  *check(subject) {
    const { document } = subject;
    if (document.pages.length === 0) return;
    const moved = new Map(document.site.redirects.map(({ old, to }) => [old, to]));
    for (const published of document.site.published.pages) {
      const to = moved.get(published.address);
      const own = pagesAt(published.address, document);
      const pages = own.length > 0 || to === undefined ? own : pagesAt(to, document);
      if (pages.length > 0) yield* findLostIds(published, pages, subject);
      else if (to === undefined) yield lostPage(published, document);
    }
    yield* findLostImages(document, moved);
  },
};

function pagesAt(path: string, { pages }: Document): Page[] {
  return pages.filter(({ name }) => name === nameOfPath(path));
}

/** `pages` is one page in each language, the source language first. */
function* findLostIds(
  published: PublishedPage,
  pages: readonly Page[],
  { document, built }: Subject,
): Generator<Finding> {
  const { site } = document;
  const aliases = new Map(site.aliases.map((alias) => [alias.old, alias]));
  const [source] = pages;
  if (source === undefined) return;
  const known = new Set(
    site.published.pages
      .filter(({ address }) => address === published.address || address === publicPath(source.name))
      .flatMap(({ ids }) => ids.map(({ address }) => address)),
  );
  // What an alias answers for says nothing about places.
  const order = published.ids.map(({ address }) => address).filter((id) => !aliases.has(id));
  const successors = findSuccessors(order, spotsOf(source), (id) => known.has(id));
  const idsOf = new Map(built.map((facts) => [facts.page.path, new Set(facts.ids)]));
  const lacks = (page: Page, id: string): boolean => idsOf.get(page.path)?.has(id) === false;
  // An alias that leads nowhere at all has a rule of its own.
  const isElsewhere = ({ id }: Alias): boolean =>
    document.pages.some((page) => spotsOf(page).some((spot) => spot.id === id));
  for (const id of published.ids) {
    const alias = aliases.get(id.address);
    if (lacks(source, id.address)) {
      if (!isWhole(source, site)) continue;
      if (alias === undefined) yield lostId(id, published, successors.get(id.address));
      else if (isElsewhere(alias)) yield strayAlias(alias, published);
      continue;
    }
    for (const page of pages.filter((other) => lacks(other, id.address))) {
      yield* findUntranslated(alias?.id ?? id.address, source, page, document);
    }
  }
}

/** A section whose file is missing is reported as such, and its ids come back with it. */
function isWhole({ layout, name, sections }: Page, site: Site): boolean {
  const names = layout === "explainer" ? site.sections.map((entry) => entry.name) : [name];
  return names.every((wanted) => sections.some((section) => section.name === wanted));
}

function lostId(
  { address: id, place }: Address,
  { address: path }: PublishedPage,
  successor: Successor | undefined,
): Finding {
  const lost = `Cannot find the published address "${path}#${id}"`;
  if (successor === undefined) return { message: `${lost}; write again what it led to`, place };
  const { spot, isNew } = successor;
  const line = lineToAdd(`${id}: ${spot.id}`, "aliases");
  return isNew
    ? { message: `${lost}; if "#${spot.id}" stands for it now, ${line}`, place: spot.place }
    : { message: `${lost}; ${line}, or name what covers it better`, place };
}

function strayAlias({ old, id, place }: Alias, { address: path }: PublishedPage): Finding {
  return {
    message: `Cannot find the published address "${path}#${old}": it leads to "#${id}", which is on another page; name a heading of "${path}"`,
    place,
  };
}

/**
 * The source language has the place. A heading's translation is the one at the same place of the same section. One that is
 * not written, or behind, is reported as such, and may not have it yet.
 */
function* findUntranslated(
  id: string,
  source: Page,
  page: Page,
  { translations }: Document,
): Generator<Finding> {
  const { section: home, place } = spotsOf(source).find((spot) => spot.id === id) ?? {};
  const own = page.sections.find(({ name }) => name === home?.name);
  if (home === undefined || place === undefined || own === undefined) return;
  if (translations.some(({ file, state }) => file === own.file && state === "stale")) return;
  const index = home.headings.findIndex((heading) => heading.id === id);
  const heading = home.headings.length === own.headings.length ? own.headings[index] : undefined;
  const lost = `Cannot find the published address "/${page.language}${publicPath(page.name)}#${id}"`;
  yield heading === undefined
    ? {
        message: `${lost}; write {#${id}} behind what translates ${named(place)}`,
        place: { file: own.file, line: 1, column: 1 },
      }
    : { message: `${lost}; give this heading its id: "${heading.text} {#${id}}"`, place: heading.place };
}

function lostPage({ address, place }: Address, { pages, site }: Document): Finding {
  const paths = [...new Set(pages.map(({ name }) => publicPath(name)))];
  const unpublished = paths.filter((path) => !site.published.pages.some((page) => page.address === path));
  const to = nearest(address, unpublished) ?? nearest(address, paths) ?? unpublished[0] ?? "/";
  return {
    message: `Cannot find the published page "${address}"; if "${to}" covers it now, ${lineToAdd(`${address}: ${to}`, "redirects")}`,
    place: site.pages.find(({ name }) => unpublished.includes(to) && publicPath(name) === to)?.place ?? place,
  };
}

function* findLostImages(
  { pages, files, site }: Document,
  moved: ReadonlyMap<string, string>,
): Generator<Finding> {
  const written = imagesOf(shownFlows(pages), site.languages);
  for (const { address, place } of site.published.images) {
    if (written.includes(address) || moved.has(address)) continue;
    const flow = [...files].find(
      (file) => isFlowFile(file) && imagesOf([file], site.languages).includes(address),
    );
    const lost = `Cannot find the published image "${address}"`;
    if (flow !== undefined) {
      yield { message: `${lost}; show "${flow}" in a text again`, place };
      continue;
    }
    const alike = written.filter((path) => path.endsWith(address.slice(-4)));
    const to = nearest(address, alike) ?? alike[0];
    const wayOut =
      to === undefined
        ? "; draw its flow again"
        : `; if "${to}" shows it now, ${lineToAdd(`${address}: ${to}`, "redirects")}`;
    yield { message: lost + wayOut, place };
  }
}

function lineToAdd(line: string, list: string): string {
  return `add "${line}" below "${list}" in ${LEDGER_FILE}`;
}

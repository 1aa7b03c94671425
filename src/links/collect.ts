import type { Document, OutsideLink, Place, Section } from "../model.ts";

/** Each address outside the site, as written, and every place that names it. */
export type OutsideLinks = ReadonlyMap<string, readonly Place[]>;

/** A list that several languages show is written once, and has its places once. */
export function collectOutsideLinks({ site, pages }: Document): OutsideLinks {
  const sections = pages.flatMap((page) => page.sections);
  const found = new Map<string, Map<string, Place>>();
  for (const { address, place } of [...sections.flatMap(linksIn), ...site.outside]) {
    const places = found.get(address) ?? new Map<string, Place>();
    found.set(address, places.set(`${place.file}:${place.line}:${place.column}`, place));
  }
  return new Map([...found].map(([address, places]) => [address, [...places.values()]]));
}

function linksIn({ links, shown }: Section): OutsideLink[] {
  const written = links.flatMap(({ target, place }) =>
    target.kind === "outside" ? [{ address: target.address, place }] : [],
  );
  return shown !== undefined && "outside" in shown ? [...written, ...shown.outside] : written;
}

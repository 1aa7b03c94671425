// The check holds a site to the addresses that its ledger lists, so whoever takes a line out of the ledger silences it.
// Only a review sees what stood there before; the check would have to read all of the past, and could not tell a slip
// that was mended years ago from an address that others link to.

import { LEDGER_FILE } from "../content/ledger.ts";
import type { Address, Place, Problem, PublishedPage } from "../model.ts";

interface Published {
  readonly pages: readonly PublishedPage[];
  readonly images: readonly Address[];
}

/** What a ledger listed and does not list any more. */
export function findWithdrawn(before: Published, after: Published): Problem[] {
  const pages = missing(before.pages, after.pages).map(({ address, place }) =>
    problem(`"${address}" below "pages"`, "write it again with its ids", place),
  );
  const ids = before.pages.flatMap((page) => {
    const now = after.pages.find(({ address }) => address === page.address);
    return now === undefined ? [] : inList(page.ids, now.ids, page.address, now.place);
  });
  return [...pages, ...ids, ...inList(before.images, after.images, "images")];
}

function inList(
  before: readonly Address[],
  after: readonly Address[],
  list: string,
  start?: Place,
): Problem[] {
  return missing(before, after, start).map(({ address, place }) =>
    problem(`"${address}" below "${list}"`, "write it again", place),
  );
}

const START: Place = { file: LEDGER_FILE, line: 1, column: 1 };

/** What is gone, each with the place of what stood above it and still does. */
function missing(before: readonly Address[], after: readonly Address[], start = START): Address[] {
  const places = new Map(after.map(({ address, place }) => [address, place]));
  let above = start;
  return before.flatMap(({ address }) => {
    const place = places.get(address);
    above = place ?? above;
    return place === undefined ? [{ address, place: above }] : [];
  });
}

function problem(what: string, wayOut: string, place: Place): Problem {
  const message = `Cannot find ${what} any more, which has been published; ${wayOut}`;
  return { rule: "address-withdrawn", severity: "error", message, place };
}

import { isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import type { FoundAddresses } from "./found-addresses.ts";
import { type Edit, type Growth, indented, listLines, YamlText } from "./grow-yaml.ts";
import { LEDGER_FILE } from "./ledger.ts";

const OPENING = [
  '# Every address that has been published. The check holds this site to it; "npm run addresses" adds what is new.',
  "# pages: ids in the order of the page. aliases: old ids, each with the id that answers now. redirects: the same for paths.",
  "",
];

/**
 * The text of the ledger with all addresses that it lacks. A new id stands behind the one before it on the page, so that
 * two branches rarely change the same lines. What is there stays, to the byte.
 */
export function addAddresses(
  text: string | undefined,
  found: FoundAddresses,
): { text: string; added: readonly string[] } {
  const [, mark = "", body = ""] = /^(\uFEFF?)(.*)$/s.exec(text ?? "") ?? [];
  const ledger = parseDocument(body);
  const growing = new YamlText(body);
  const added: string[] = [];
  const edits: Edit[] = [];
  const newPages = new Map<string, readonly string[]>();
  const pages = pairIn(ledger.contents, "pages");
  for (const [path, ids] of found.pages) {
    const page = pairIn(pages?.value, path);
    const growth = growthOf(page, ids);
    const fresh = [...growth.values()].flat();
    if (page === undefined) newPages.set(path, fresh);
    else if (fresh.length > 0) edits.push(...growing.growList(page, growth));
    added.push(...(page === undefined ? [path] : []), ...fresh.map((id) => `${path}#${id}`));
  }
  // Behind the last id of the last page, also where that one is new.
  if (pages !== undefined && newPages.size > 0) edits.push(...growing.growMap(pages, newPages));
  const images = pairIn(ledger.contents, "images");
  const growth = growthOf(images, found.images);
  const newImages = [...growth.values()].flat();
  added.push(...newImages);
  if (images !== undefined && newImages.length > 0) edits.push(...growing.growList(images, growth));
  const missing = [
    ...(pages === undefined && newPages.size > 0 ? ["pages:", ...indented(2, listLines(newPages))] : []),
    ...(images === undefined && newImages.length > 0 ? listLines(new Map([["images", newImages]])) : []),
  ];
  if (missing.length > 0) edits.push(growing.append(body.trim() === "" ? [...OPENING, ...missing] : missing));
  const grown = growing.with(edits);
  if (added.length > 0 && !holds(grown, found)) throw new Error(TOO_ODD);
  return { text: mark + grown, added };
}

const TOO_ODD = `Cannot add addresses to ${LEDGER_FILE} as it is written; write its lists in lines, each with "- "`;

function holds(text: string, { pages, images }: FoundAddresses): boolean {
  const { contents, errors } = parseDocument(text);
  const hasAll = (list: Pair | undefined, addresses: readonly string[]): boolean =>
    growthOf(list, addresses).size === 0;
  const own = pairIn(contents, "pages")?.value;
  return (
    errors.length === 0 &&
    hasAll(pairIn(contents, "images"), images) &&
    [...pages].every(([path, ids]) => hasAll(pairIn(own, path), ids))
  );
}

function pairIn(map: unknown, name: string): Pair | undefined {
  if (!isMap(map)) return undefined;
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

function growthOf(list: Pair | undefined, addresses: readonly string[]): Growth {
  const items = isSeq(list?.value) ? list.value.items : [];
  const known = items.map((item) => String(isScalar(item) ? item.value : item));
  const growth = new Map<number, string[]>();
  let before = -1;
  for (const address of addresses) {
    const index = known.indexOf(address);
    if (index >= 0) before = index;
    else growth.set(before, [...(growth.get(before) ?? []), address]);
  }
  return growth;
}

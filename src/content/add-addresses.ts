import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from "yaml";
import type { FoundAddresses } from "./found-addresses.ts";

const OPENING = ` Every address that has been published. The check holds this site to it; "npm run addresses" adds what is new.
 pages: ids in the order of the page. aliases: old ids, each with the id that answers now. redirects: the same for paths.`;

/**
 * The text of the ledger with all addresses that it lacks. A new id stands behind the one before it on the page, so that
 * two branches rarely change the same lines. What is there stays, comments too.
 */
export function addAddresses(
  text: string | undefined,
  found: FoundAddresses,
): { text: string; added: readonly string[] } {
  const ledger: Document = parseDocument(text ?? "");
  if (!isMap(ledger.contents)) {
    ledger.contents = new YAMLMap();
    ledger.commentBefore ??= OPENING;
  }
  const added: string[] = [];
  const pages = mapAt(ledger, "pages");
  for (const [path, ids] of found.pages) {
    if (!pages.has(path)) added.push(path);
    added.push(...insert(listIn(pages, path), ids).map((id) => `${path}#${id}`));
  }
  if (found.images.length > 0) added.push(...insert(listIn(ledger, "images"), found.images));
  if (added.length === 0) return { text: text ?? "", added };
  return { text: ledger.toString({ lineWidth: 0, flowCollectionPadding: false }), added };
}

/** A YAML document, or a mapping in one. */
interface Keyed {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

function mapAt(ledger: Keyed, key: string): YAMLMap {
  const map = ledger.get(key);
  if (isMap(map)) {
    map.flow = false;
    return map;
  }
  const made = new YAMLMap();
  ledger.set(key, made);
  return made;
}

function listIn(parent: Keyed, key: string): YAMLSeq {
  const list = parent.get(key);
  if (isSeq(list)) {
    list.flow = false;
    return list;
  }
  const made = new YAMLSeq();
  parent.set(key, made);
  return made;
}

/** Gives what was inserted. */
function insert(list: YAMLSeq, addresses: readonly string[]): string[] {
  const known = list.items.map((item) => String(isScalar(item) ? item.value : item));
  const added: string[] = [];
  let before = -1;
  for (const address of addresses) {
    const index = known.indexOf(address);
    if (index >= 0) {
      before = index;
      continue;
    }
    before++;
    known.splice(before, 0, address);
    list.items.splice(before, 0, address);
    added.push(address);
  }
  return added;
}

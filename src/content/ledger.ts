import * as v from "valibot";
import type { Address, Alias, Place, Problem, PublishedPage, Redirect } from "../model.ts";
import { mapping, type Path, words } from "../yaml/shape.ts";
import { readYaml } from "../yaml/yaml.ts";

export const LEDGER_FILE = "content/_data/addresses.yaml";

/** The addresses that others may link to, and what answers for those that have moved. */
export interface Ledger {
  readonly pages: readonly PublishedPage[];
  readonly images: readonly Address[];
  readonly aliases: readonly Alias[];
  readonly redirects: readonly Redirect[];
}

// A path becomes a file of the output. Neither of these can lead out of it.
const PAGE_PATH = /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/;
const IMAGE_PATH = /^(?:\/[^/\\.\s\p{Control}][^/\\\p{Control}]*)+\.(?:svg|png)$/u;

const image = v.pipe(v.string(), v.regex(IMAGE_PATH, 'write "/images/name.png" or "/images/name.svg"'));
const recordOf = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.optional(v.nullable(v.record(v.string(), value)), {});

const LEDGER = mapping({
  pages: recordOf(v.nullable(v.array(words))),
  images: v.optional(v.nullable(v.array(image)), []),
  aliases: recordOf(words),
  redirects: recordOf(words),
});

type Report = (message: string, place: Place) => void;

/** The text of the ledger → its addresses. Those that could not be one are left out, each with a problem. */
export function readLedger(
  text: string | undefined,
  languages: readonly string[],
): { ledger: Ledger; problems: readonly Problem[] } {
  if (text === undefined) return { ledger: EMPTY, problems: [] };
  const { value, problems, place } = readYaml(text, LEDGER_FILE, "settings", LEDGER);
  const slips: Problem[] = [];
  const report: Report = (message, at) =>
    void slips.push({ rule: "settings", severity: "error", message, place: at });
  const listed = (list: readonly string[], path: Path): Address[] => {
    const all = list.map((address, index) => ({ address, place: place([...path, index]) }));
    return onceEach(all, report);
  };
  const pages = Object.entries(value?.pages ?? {}).map(([path, ids]) => ({
    address: path,
    ids: listed(ids ?? [], ["pages", path]),
    place: place(["pages", path], "key"),
  }));
  const aliases = Object.entries(value?.aliases ?? {}).map(([old, id]) => ({
    old,
    id,
    place: place(["aliases", old]),
  }));
  const redirects = Object.entries(value?.redirects ?? {}).map(([old, to]) => ({
    old,
    to,
    place: place(["redirects", old], "key"),
  }));
  const ledger: Ledger = {
    pages: pages.filter((page) => isPagePath(page.address, page.place, languages, report)),
    images: listed(value?.images ?? [], ["images"]),
    aliases,
    redirects: redirects.filter(
      ({ old, place: at }) => isImagePath(old) || isPagePath(old, at, languages, report),
    ),
  };
  return { ledger, problems: [...problems, ...slips] };
}

const EMPTY: Ledger = { pages: [], images: [], aliases: [], redirects: [] };

export function isImagePath(address: string): boolean {
  return IMAGE_PATH.test(address);
}

function onceEach(all: readonly Address[], report: Report): Address[] {
  return all.filter(({ address, place }, index) => {
    const first = all.find((other) => other.address === address);
    if (first === all[index] || first === undefined) return true;
    report(`"${address}" is on the list already, in line ${first.place.line}; take one of them away`, place);
    return false;
  });
}

function isPagePath(path: string, place: Place, languages: readonly string[], report: Report): boolean {
  if (!PAGE_PATH.test(path)) {
    report(`Cannot use "${path}" as the path of a page; write "/name", without ".html"`, place);
    return false;
  }
  const language = languages.slice(1).find((tag) => path === `/${tag}` || path.startsWith(`/${tag}/`));
  if (language === undefined) return true;
  report(`Cannot use "${path}": a path holds in every language; write it without "/${language}"`, place);
  return false;
}

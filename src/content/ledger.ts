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

/** The text of the ledger → its addresses. Those that could not be one are left out, each with a problem. */
export function readLedger(
  text: string | undefined,
  languages: readonly string[],
): { ledger: Ledger; problems: readonly Problem[] } {
  if (text === undefined) return { ledger: EMPTY, problems: [] };
  const { value, problems, place } = readYaml(text, LEDGER_FILE, "settings", LEDGER);
  const slips: Problem[] = [];
  const report = (message: string, at: Place): void =>
    void slips.push({ rule: "settings", severity: "error", message, place: at });
  const once = (list: readonly string[], path: Path): Address[] => {
    const all = list.map((address, index) => ({ address, place: place([...path, index]) }));
    return onceEach(all, report);
  };
  const entries = <Value>(list: "pages" | "redirects", record: Readonly<Record<string, Value>> | null) =>
    Object.entries(record ?? {}).flatMap(([key, given]) => {
      const at = place([list, key], "key");
      const slip = list === "redirects" && isImagePath(key) ? undefined : slipOfPage(key, languages);
      if (slip !== undefined) report(slip, at);
      return slip === undefined ? [{ key, given, at }] : [];
    });
  const ledger: Ledger = {
    pages: entries("pages", value?.pages ?? null).map(({ key, given, at }) => ({
      address: key,
      ids: once(given ?? [], ["pages", key]),
      place: at,
    })),
    images: once(value?.images ?? [], ["images"]),
    aliases: Object.entries(value?.aliases ?? {}).map(([old, id]) => ({
      old,
      id,
      place: place(["aliases", old]),
    })),
    redirects: entries("redirects", value?.redirects ?? null).map(({ key, given, at }) => ({
      old: key,
      to: given,
      place: at,
    })),
  };
  return { ledger, problems: [...problems, ...slips] };
}

const EMPTY: Ledger = { pages: [], images: [], aliases: [], redirects: [] };

export function isImagePath(address: string): boolean {
  return IMAGE_PATH.test(address);
}

function onceEach(all: readonly Address[], report: (message: string, place: Place) => void): Address[] {
  return all.filter(({ address, place }, index) => {
    const first = all.findIndex((other) => other.address === address);
    if (first === index) return true;
    report(
      `"${address}" is on the list already, in line ${all[first]?.place.line}; take one of them away`,
      place,
    );
    return false;
  });
}

function slipOfPage(path: string, languages: readonly string[]): string | undefined {
  if (!PAGE_PATH.test(path))
    return `Cannot use "${path}" as the path of a page; write "/name", without ".html"`;
  const language = languages.slice(1).find((tag) => path === `/${tag}` || path.startsWith(`/${tag}/`));
  if (language === undefined) return undefined;
  return `Cannot use "${path}": a path holds in every language; write it without "/${language}"`;
}

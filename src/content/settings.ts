import * as v from "valibot";
import type { Alias, Entry, LegalFact, Problem, Site, Text } from "../model.ts";
import { readYaml } from "./yaml.ts";

const text = v.union([v.string(), v.record(v.string(), v.string())]);
const nonEmpty = v.pipe(v.string(), v.nonEmpty("it is empty"));
const name = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]*$/,
    "use small letters, digits and dashes: it is a file's name and a heading's id",
  ),
);
const entry = v.union([name, v.object({ name, shows: v.exactOptional(nonEmpty) })]);
const https = v.pipe(
  v.string(),
  v.check((address) => isAddress(address), "give a whole address that begins with https://"),
);
const language = v.pipe(
  v.string(),
  v.check((tag) => isLanguage(tag), 'give a language tag such as "en" or "pt-BR"'),
);
const fact = v.optional(v.nullable(v.string()));

const SITE = v.object({
  title: text,
  description: text,
  address: https,
  languages: v.pipe(v.array(language), v.minLength(1, "name at least one language")),
  sections: v.pipe(v.array(entry), v.minLength(1, "name at least one section")),
  pages: v.optional(v.array(entry), []),
  repository: v.exactOptional(https),
  licence: v.exactOptional(v.object({ name: nonEmpty, url: https })),
  analytics: v.exactOptional(
    v.object({
      name: nonEmpty,
      script: https,
      integrity: v.exactOptional(v.pipe(v.string(), v.regex(/^sha(256|384|512)-\S+$/, 'give "sha384-…"'))),
      attributes: v.exactOptional(
        v.record(
          v.pipe(v.string(), v.regex(/^data-[a-z-]+$/, 'an attribute begins with "data-"')),
          v.string(),
        ),
      ),
      picture: v.exactOptional(https),
    }),
  ),
  legal: v.exactOptional(
    v.object({
      provider: fact,
      street: fact,
      city: fact,
      country: fact,
      email: fact,
      phone: fact,
      responsible: fact,
    }),
  ),
});

const LEDGER = v.object({ aliases: v.optional(v.record(v.string(), v.string()), {}) });

export const SITE_FILE = "content/_data/site.yaml";
export const LEDGER_FILE = "content/_data/addresses.yaml";

/** `site.yaml` and the ledger → the site, or only problems where the settings do not have their shape. */
export function readSettings(
  settings: string,
  ledger: string | undefined,
): { site: Site | undefined; problems: readonly Problem[] } {
  const { value, problems, place } = readYaml(settings, SITE_FILE, "settings", SITE);
  const { aliases, problems: more } = readLedger(ledger);
  if (value === undefined) return { site: undefined, problems: [...problems, ...more] };
  const { languages } = value;
  const entries = (list: typeof value.sections, key: string): Entry[] =>
    list.map((item, index) => {
      const where = place([key, index, ...(typeof item === "string" ? [] : ["name"])]);
      return typeof item === "string" ? { name: item, place: where } : { ...item, place: where };
    });
  const legal = Object.entries(value.legal ?? {}).map(([key, fact]): [string, LegalFact] => [
    key,
    { value: fact ?? null, place: place(["legal", key]) },
  ]);
  const site: Site = {
    ...value,
    title: textIn(value.title, languages),
    description: textIn(value.description, languages),
    address: value.address.replace(/\/+$/, ""),
    sections: entries(value.sections, "sections"),
    pages: entries(value.pages, "pages"),
    legal: Object.fromEntries(legal),
    aliases,
  };
  return { site, problems: [...problems, ...more] };
}

function readLedger(ledger: string | undefined): { aliases: Alias[]; problems: readonly Problem[] } {
  if (ledger === undefined) return { aliases: [], problems: [] };
  const { value, problems, place } = readYaml(ledger, LEDGER_FILE, "settings", LEDGER);
  const aliases = Object.entries(value?.aliases ?? {}).map(([old, id]) => ({
    old,
    id,
    place: place(["aliases", old]),
  }));
  return { aliases, problems };
}

/** One text for every language, or one for each: `"GitOps"` and `{ en: "Words", de: "Wörter" }`. */
export function textIn(given: string | Record<string, string>, languages: readonly string[]): Text {
  return typeof given === "string" ? Object.fromEntries(languages.map((tag) => [tag, given])) : given;
}

function isAddress(address: string): boolean {
  return /^https?:\/\//.test(address) && URL.canParse(address);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

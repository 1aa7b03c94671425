import * as v from "valibot";
import type { Entry, LegalFact, Problem, Site } from "../model.ts";
import { asText } from "../yaml/as-text.ts";
import { address, isMapping, language, mapping, textIn, words } from "../yaml/shape.ts";
import { openYaml, type YamlFile } from "../yaml/yaml.ts";
import { BUDGETS, budgets } from "./budgets.ts";
import { readLedger } from "./ledger.ts";
import { outsideLinks } from "./outside-links.ts";

/** What a section or a page may be called. */
export const NAME = /^[a-z0-9][a-z0-9-]*$/;

const name = v.pipe(
  v.string(),
  v.regex(NAME, "use small letters, digits and dashes: it is a file's name and a heading's id"),
);
const entry = v.lazy(
  (data): v.GenericSchema<unknown, { name: string; shows?: string } | string> =>
    isMapping(data) ? mapping({ name, shows: v.exactOptional(words) }) : name,
);
const domain = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/, 'give a domain such as "example.org"'),
);
const fact = v.optional(v.nullable(v.string()));

const LANGUAGES = v.pipe(
  v.array(language),
  v.minLength(1, "name at least one language"),
  v.check((tags) => new Set(tags).size === tags.length, "name each language once"),
);

/** What comes behind it on every page would be a part of the question, or of the fragment. */
const siteAddress = v.pipe(
  address,
  v.check((text) => !/[?#]/.test(text), 'take away what begins with "?" or "#"'),
);

const siteIn = (languages: readonly string[]) =>
  mapping({
    title: textIn(languages, words),
    description: textIn(languages, words),
    address: siteAddress,
    languages: LANGUAGES,
    sections: v.pipe(v.array(entry), v.minLength(1, "name at least one section")),
    pages: v.optional(v.array(entry), []),
    repository: v.exactOptional(address),
    licence: v.exactOptional(mapping({ name: words, url: address })),
    analytics: v.exactOptional(
      mapping({
        name: words,
        script: address,
        integrity: v.exactOptional(v.pipe(v.string(), v.regex(/^sha(256|384|512)-\S+$/, 'give "sha384-…"'))),
        attributes: v.exactOptional(
          v.record(
            v.pipe(v.string(), v.regex(/^data-[a-z-]+$/, 'begin an attribute with "data-"')),
            v.string(),
          ),
        ),
        picture: v.exactOptional(address),
      }),
    ),
    budgets: v.optional(budgets, {}),
    links: v.exactOptional(mapping({ refused: v.array(domain) })),
    legal: v.exactOptional(
      mapping({
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

/** For a site whose own address was refused: its pages are printed all the same, to be checked. */
const STAND_IN = "https://example.org";

export const SITE_FILE = "content/_data/site.yaml";

/** `site.yaml` and the ledger → the site, or only problems where the settings do not have their shape. */
export function readSettings(
  settings: string,
  addresses: string | undefined,
): { site: Site | undefined; problems: readonly Problem[] } {
  const file = openYaml(settings, SITE_FILE, "settings");
  const languages = languagesIn(file);
  const { value, problems, place } = file.check(siteIn(languages));
  const { ledger, problems: more } = readLedger(addresses, languages);
  if (value === undefined || languages.length === 0) {
    return { site: undefined, problems: [...problems, ...more] };
  }
  // A name becomes a path of the output: one that was refused must not get there.
  const entries = (list: typeof value.sections, key: string): Entry[] =>
    list.flatMap((item, index) => {
      const where = place([key, index, ...(typeof item === "string" ? [] : ["name"])]);
      const found = typeof item === "string" ? { name: item, place: where } : { ...item, place: where };
      return NAME.test(found.name) ? found : [];
    });
  const legal = Object.entries(value.legal ?? {}).map(([key, fact]): [string, LegalFact] => [
    key,
    { value: fact || null, place: place(["legal", key]) },
  ]);
  const { repository, analytics, ...rest } = value;
  const isSound = (counter: typeof analytics): boolean =>
    v.is(address, counter?.script) && (counter?.picture === undefined || v.is(address, counter.picture));
  const site: Site = {
    ...rest,
    // Nothing is asked of an address that was refused, nor made of it.
    ...(v.is(address, repository) && { repository }),
    ...(analytics !== undefined && isSound(analytics) && { analytics }),
    title: asText(value.title, languages),
    titlePlace: place(["title"]),
    languagePlaces: languages.map((_, index) => place(["languages", index])),
    description: asText(value.description, languages),
    // As machines write it: a canonical address or a sitemap takes no other letters.
    address: v.is(siteAddress, value.address) ? new URL(value.address).href.replace(/\/+$/, "") : STAND_IN,
    sections: entries(value.sections, "sections"),
    pages: entries(value.pages, "pages"),
    budgets: { ...BUDGETS, ...value.budgets },
    legal: Object.fromEntries(legal),
    aliases: ledger.aliases,
    redirects: ledger.redirects,
    published: { pages: ledger.pages, images: ledger.images },
    outside: ADDRESSES.flatMap((path) => outsideLinks(getIn(value, path), place(path))),
  };
  return { site, problems: [...problems, ...more] };
}

/** The keys whose values readers or their browsers are led to. */
const ADDRESSES = [["repository"], ["licence", "url"], ["analytics", "script"], ["analytics", "picture"]];

function getIn(value: unknown, path: readonly string[]): unknown {
  return path.reduce((part, key) => (isMapping(part) ? part[key] : undefined), value);
}

/** Texts are given in the languages of the site, which stand in the same file; none where one of them is wrong. */
function languagesIn(file: YamlFile): readonly string[] {
  const { value, problems } = file.check(v.looseObject({ languages: LANGUAGES }));
  return problems.length === 0 ? (value?.languages ?? []) : [];
}

import { posix } from "node:path";
import { slug } from "github-slugger";
import type { Alias, Document, Site, Target } from "../model.ts";
import { fileOf } from "./files.ts";

/** Where a file of the site is printed: the page's path in the output, and the id of its part of that page. */
interface Printed {
  readonly path: string;
  readonly id?: string;
}

/** `pagePath("index", "de", ["en", "de"])` gives `de/index.html`: the source language has no folder. */
export function pagePath(name: string, language: string, languages: readonly string[]): string {
  return `${language === languages[0] ? "" : `${language}/`}${name}.html`;
}

/** The feed that tells what a page of changes tells: `de/changes.html` → `de/changes.xml` */
export function feedPath(page: string): string {
  return page.replace(/\.html$/, ".xml");
}

/** `publicPath("index")` gives `/`, `publicPath("legal")` gives `/legal`: how the ledger names a page. */
export function publicPath(name: string): string {
  return name === "index" ? "/" : `/${name}`;
}

/** `/legal` → `legal`, which may be the name of a page. */
export function nameOfPath(path: string): string {
  return path === "/" ? "index" : path.slice(1);
}

/** `copyPath("de/index.html")` gives `de/index.md`: where the Markdown copy of a page lies. */
export function copyPath(path: string): string {
  return path.replace(/\.html$/, ".md");
}

/** What is written once for each language, beside its explainer: `besideHome("llms.txt", "de", site)` gives `de/llms.txt`. */
export function besideHome(file: string, language: string, { languages }: Pick<Site, "languages">): string {
  return language === languages[0] ? file : `${language}/${file}`;
}

/** Names of files may have 255 bytes, and a letter as many as four. */
const LONGEST_NAME = 60;

/** `bookPath("epub", "de", site)` gives `de/bees.epub`, where the first language calls the site "Bees". */
export function bookPath(ending: "epub" | "pdf", language: string, site: Site): string {
  const title = site.title[site.languages[0] ?? ""] ?? "";
  const name = [...slug(title)].slice(0, LONGEST_NAME).join("");
  return besideHome(`${name || "site"}.${ending}`, language, site);
}

/** Every edition that the templates may link to, beside the pages. */
export function editionPaths({ site, pages }: Pick<Document, "site" | "pages">): string[] {
  return [
    ...pages.map(({ path }) => copyPath(path)),
    ...site.languages.flatMap((language) => [
      besideHome("offline.html", language, site),
      bookPath("epub", language, site),
      bookPath("pdf", language, site),
    ]),
  ];
}

/** Section and page files, and where each of them is printed. */
export function printedFiles({ languages, sections, pages }: Site): ReadonlyMap<string, Printed> {
  const printed = new Map<string, Printed>();
  for (const language of languages) {
    const path = pagePath("index", language, languages);
    for (const { name } of sections) printed.set(fileOf(language, name), { path, id: name });
    for (const { name } of pages) {
      printed.set(fileOf(language, name, { isPage: true }), { path: pagePath(name, language, languages) });
    }
  }
  return printed;
}

/** From one file of the output to another, never root-absolute: the site works below any path and from a folder. */
export function relativeAddress(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to) || posix.basename(to);
}

/** What to write into the `href` of a link on a page. Links that lead nowhere get none; a check reports them. */
export function addressOn(
  page: string,
  target: Target,
  printed: ReadonlyMap<string, Printed>,
): string | undefined {
  switch (target.kind) {
    case "outside":
    case "contact":
      return target.address;
    case "fragment":
      return `#${encodeURI(target.id)}`;
    case "file": {
      const to = printed.get(target.file);
      if (to === undefined) return undefined;
      const id = target.id ?? to.id;
      const fragment = id === undefined ? "" : `#${encodeURI(id)}`;
      return to.path === page && fragment !== "" ? fragment : relativeAddress(page, to.path) + fragment;
    }
    case "nothing":
    case "malformed":
    case "unsafe":
      return undefined;
  }
}

/** The old ids that each id answers for. */
export function aliasesById(aliases: readonly Alias[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const { old, id } of aliases) byId.set(id, [...(byId.get(id) ?? []), old]);
  return byId;
}

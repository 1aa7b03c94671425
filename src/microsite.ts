import { join, posix, relative, resolve } from "node:path";
import type { AfterEvent, EleventyConfig } from "@11ty/eleventy";
import type { Environment } from "nunjucks";
import { findProblems, hasErrors } from "./checks/check.ts";
import { report } from "./checks/report.ts";
import { assembleDocument } from "./content/document.ts";
import { planRedirects } from "./content/redirects.ts";
import { openFlows } from "./diagrams/flows.ts";
import { withPolicy } from "./hosting/policy.ts";
import type { Card } from "./identity/card.ts";
import { planCards } from "./identity/cards.ts";
import { openPictures } from "./images/pictures.ts";
import type { BuiltPage, Document, Page, Problem } from "./model.ts";
import type { AskedFile } from "./printing/asked-files.ts";
import { readAssets } from "./printing/assets.ts";
import { refuseBrokenTemplates } from "./printing/broken-templates.ts";
import { type FeedSheet, feedSheetOf } from "./printing/feed-sheet.ts";
import { FILTERS } from "./printing/filters.ts";
import { foldTokens } from "./printing/fold-tokens.ts";
import { keepCompiled } from "./printing/kept-templates.ts";
import { lostSheetOf } from "./printing/lost-sheet.ts";
import { minifyScript } from "./printing/minify.ts";
import { makePlacesFile } from "./printing/places-file.ts";
import { type RedirectSheet, redirectSheetOf } from "./printing/redirect-sheet.ts";
import { type Mode, type Sheet, sheetOf } from "./printing/sheet.ts";
import { findMissingWords, readWords, type Words } from "./printing/words.ts";
import { CACHE, LAYOUTS } from "./project.ts";
import { makeSearchFiles } from "./search/search-file.ts";
import { writeBelow } from "./write-below.ts";
import { writeBeside } from "./write-beside.ts";

export interface Outcome {
  readonly document: Document;
  readonly pages: readonly BuiltPage[];
  readonly problems: readonly Problem[];
}

export interface MicrositeOptions {
  /** The folder of a site: the one that holds `content/` and `images/`. */
  readonly folder: string;
  readonly mode?: Mode;
  readonly cache?: string;
  /** Also writes the pages: Eleventy would fetch memory for all the bytes of each. */
  readonly writes?: boolean;
  /** Told after every build. Whoever listens decides what problems mean; otherwise errors end the build. */
  readonly onOutcome?: (outcome: Outcome) => void | Promise<void>;
  readonly onProgress?: (what: string) => void;
}

/** What the printing began with, for those who come after it. */
interface Printed {
  readonly document: Document;
  /** Those of the document and of its history, and the one for lost readers. */
  readonly pages: readonly Page[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly asked: readonly AskedFile[];
  readonly styles: string;
}

type AnySheet = Sheet | FeedSheet | RedirectSheet;

/** The way through: files → document → pages → problems. Eleventy finds nothing by itself and runs no editor's file. */
export function microsite(eleventy: EleventyConfig, options: MicrositeOptions): void {
  const {
    folder,
    mode = "build",
    cache = CACHE,
    onOutcome = refuseErrors,
    onProgress,
    writes = false,
  } = options;
  const pictures = openPictures({
    folder,
    cache: join(cache, "pictures"),
    onProgress: (done, total) => onProgress?.(`${done} of ${total} pictures`),
  });
  const flows = openFlows({ cache: join(cache, "flows") });
  let printed: Printed | undefined;
  const words = new Map<string, Words>();
  const wordsOf = async (language: string): Promise<Words> => {
    const known = words.get(language) ?? (await readWords(LAYOUTS, language));
    words.set(language, known);
    return known;
  };
  // In a preview, layouts change between builds of one process.
  if (mode === "preview") eleventy.setUseTemplateCache(false);

  // The one template there is prints a sheet with its layout; what lies in content/ is data.
  eleventy.ignores.add("**/*");
  eleventy.setDataFileSuffixes([]);
  eleventy.addTemplate("sheets.html", " ", {
    pagination: { data: "sheets", size: 1, alias: "sheet" },
    layout: "sheet.njk",
    permalink: ({ sheet }: { sheet: AnySheet }) => sheet.page.path,
    eleventyComputed: { words: ({ sheet }: { sheet: AnySheet }) => sheet.words },
  });
  for (const [name, filter] of Object.entries(FILTERS)) eleventy.addFilter(name, filter);

  eleventy.addGlobalData("sheets", async () => {
    words.clear();
    const assembled = await assembleDocument(folder, {
      words: wordsOf,
      readPicture: pictures.read,
      readFlow: flows.read,
    });
    const minify = (script: string) => minifyScript(script, join(cache, "scripts"));
    const assets = foldTokens(await readAssets(LAYOUTS, minify));
    const { cards, problems } = await planCards(assembled, assets.tokens);
    const missing = await findMissingWords(LAYOUTS, assembled.site);
    const document = { ...assembled, problems: [...assembled.problems, ...problems, ...missing] };
    const known = (language: string): Words => words.get(language) ?? {};
    const searches = makeSearchFiles(document, { assets: assets.search, words, mode });
    const indexOf = (language = ""): string => searches.get(language)?.path ?? "";
    const places = makePlacesFile(assets.places, document, mode);
    const common = { assets, places: places.path, mode };
    const sheets = [...document.pages, ...document.changesPages].map((page) => {
      const { language } = page;
      const own = { words: known(language), card: cards.get(language), index: indexOf(language) };
      return sheetOf(page, document, { ...common, ...own });
    });
    // An empty site has nowhere to lead anybody.
    if (mode !== "preview" && sheets.length > 0) {
      const index = indexOf(document.site.languages[0]);
      sheets.push(lostSheetOf(document, words, { ...common, index }));
    }
    printed = {
      document,
      pages: sheets.map(({ page }) => page),
      cards,
      asked: [...searches.values(), places],
      styles: assets.tokens,
    };
    const feeds = document.changesPages.map((page) => feedSheetOf(page, document, known(page.language)));
    const redirects = planRedirects(document).pages.map((redirect) =>
      redirectSheetOf(redirect, document.site, known(redirect.to.language)),
    );
    return [...sheets, ...feeds, ...redirects];
  });

  // The preview adds a script of its own to each page.
  if (mode !== "preview") {
    eleventy.addTransform("policy", (html) => withPolicy(html, printed?.document.site.analytics));
  }

  let templates: Pick<Environment, "loaders"> = { loaders: [] };
  eleventy.on("eleventy.engine.njk", ({ nunjucks, environment }) => {
    templates = environment;
    keepCompiled(nunjucks.compiler, environment, join(cache, "templates"));
  });

  eleventy.on("eleventy.after", async ({ directories, results, outputMode }: AfterEvent) => {
    if (printed === undefined) return;
    refuseBrokenTemplates(templates);
    const { document } = printed;
    const { output } = directories;
    const all = builtPages(printed.pages, results, output);
    const pages = all.filter(({ page }) => page.layout !== "404");
    const made = { ...printed, pages, html: results.map(({ content }) => content) };
    const write = async (): Promise<void> => {
      if (writes) for (const page of results) writePage(page, output);
      if (writes || outputMode === "fs") await writeBeside(made, { output, cache, mode, flows, wordsOf });
    };
    const [, problems] = await Promise.all([write(), findProblems(document, pages)]);
    await onOutcome({ document, pages, problems });
  });
  for (const name of ["content", "images"]) eleventy.addWatchTarget(join(folder, name));
  eleventy.addWatchTarget(LAYOUTS);
}
// Added by the command line with its own options first; the one in the configuration file is then left out.
microsite.eleventyPackage = "broadsheet";
microsite.eleventyPluginOptions = { unique: true };

function builtPages(pages: readonly Page[], results: AfterEvent["results"], output: string): BuiltPage[] {
  const html = new Map(results.map(({ outputPath, content }) => [pathBelow(output, outputPath), content]));
  return pages.flatMap((page) => {
    const content = html.get(page.path);
    return content === undefined ? [] : [{ page, html: content }];
  });
}

function writePage({ outputPath, content }: AfterEvent["results"][number], output: string): void {
  writeBelow(output, pathBelow(output, outputPath), content);
}

function pathBelow(output: string, path: string): string {
  return relative(resolve(output), resolve(path)).split("\\").join(posix.sep);
}

function refuseErrors({ document, problems }: Outcome): void {
  if (hasErrors(problems)) throw new Error(report(problems, "text", { sources: document.sources }));
}

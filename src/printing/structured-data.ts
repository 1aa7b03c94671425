import type { BreadcrumbList, Graph, Person, TechArticle, Thing, WebPage, WebSite } from "schema-dts";
import type { Document, Page, Site } from "../model.ts";
import { authorsOf } from "./authors.ts";
import { descriptionOf } from "./description.ts";
import { canonicalOf } from "./published.ts";
import { pick } from "./words.ts";

export interface DataOptions {
  readonly title: string;
  /** The address of the card. */
  readonly image?: string;
  /** A day, where it is known: `2026-11-23` */
  readonly modified?: string;
}

/** What a page is, in the words of schema.org: the explainer an article of its authors, another page a part of the site. */
export function structuredData(page: Page, document: Document, options: DataOptions): Graph {
  const { site } = document;
  const things: Thing[] =
    page.layout === "explainer"
      ? [articleOf(page, document, options), siteOf(page, site)]
      : [pageOf(page, site, options), trailOf(page, document)];
  return { "@context": "https://schema.org", "@graph": things };
}

/** An editor's text may hold `</script>` or `<!--`, which would end or hide what follows. */
export function asScript(data: Graph): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function articleOf(page: Page, { site, pages }: Document, options: DataOptions): TechArticle {
  const [source] = pages.filter(({ name }) => name === page.name);
  const authors = authorsOf(page).map(
    ({ name, url }): Person => ({ "@type": "Person", name, ...(url !== undefined && { url }) }),
  );
  return {
    "@type": "TechArticle",
    headline: options.title,
    ...commonOf(page, site, options),
    ...(authors.length > 0 && { author: authors }),
    ...(options.image !== undefined && { image: options.image }),
    ...(site.licence && { license: site.licence.url }),
    ...(source !== undefined &&
      source.language !== page.language && {
        translationOfWork: { "@type": "TechArticle", url: canonicalOf(site.address, source.path) },
      }),
  };
}

function pageOf(page: Page, site: Site, options: DataOptions): WebPage {
  return { "@type": "WebPage", name: page.title, ...commonOf(page, site, options) };
}

function commonOf(page: Page, site: Site, { modified }: DataOptions) {
  return {
    description: descriptionOf(page, site),
    url: canonicalOf(site.address, page.path),
    inLanguage: page.language,
    ...(modified !== undefined && { dateModified: modified }),
  };
}

function siteOf({ language }: Page, { title, address, languages }: Site): WebSite {
  return { "@type": "WebSite", name: pick(title, language), url: `${address}/`, inLanguage: languages };
}

function trailOf(page: Page, { site, pages }: Document): BreadcrumbList {
  const home = pages.find(({ layout, language }) => layout === "explainer" && language === page.language);
  const steps = [
    ...(home ? [{ name: pick(site.title, page.language), item: canonicalOf(site.address, home.path) }] : []),
    { name: page.title, item: canonicalOf(site.address, page.path) },
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
  };
}

import { besideHome } from "../content/addresses.ts";
import { lastDayOf } from "../content/history.ts";
import { text } from "../diagrams/markup.ts";
import { readPalettes } from "../diagrams/palette.ts";
import { APP_ICONS, DRAWN_ICON } from "../identity/icons.ts";
import { directionOf } from "../language.ts";
import type { Document, Page, Site } from "../model.ts";
import { writeBelow } from "../write-below.ts";
import { canonicalOf } from "./published.ts";
import { pick } from "./words.ts";

/** Writes what tells machines of a site as a whole, beside its pages. */
export function writeListings(document: Document, output: string, tokens: string): void {
  const { site } = document;
  const files: [string, string][] = [
    ["sitemap.xml", sitemapOf(document)],
    ["robots.txt", robotsOf(site)],
    ...site.languages.map((language): [string, string] => manifestOf(site, language, tokens)),
  ];
  for (const [path, content] of files) writeBelow(output, path, content);
}

/** Each page with the same page in the other languages; with the day of its last change where that is known. */
export function sitemapOf({ site, pages }: Pick<Document, "site" | "pages">): string {
  const addressOf = ({ path }: Page): string => text(canonicalOf(site.address, path));
  const entries = pages.map((page) => {
    const day = lastDayOf(page);
    const editions = pages.filter(({ name }) => name === page.name);
    const alternates = editions.map((edition) => [edition.language, addressOf(edition)]);
    // The source language is first, and for whoever speaks none of them.
    const links = alternates.length < 2 ? [] : [...alternates, ["x-default", alternates[0]?.[1]]];
    return [
      "<url>",
      `<loc>${addressOf(page)}</loc>`,
      ...(day === undefined ? [] : [`<lastmod>${day}</lastmod>`]),
      ...links.map(([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`),
      "</url>",
    ];
  });
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset ${spaces}>`,
    ...entries.flat(),
    "</urlset>",
  ];
  return `${lines.join("\n")}\n`;
}

function robotsOf({ address }: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${address}/sitemap.xml\n`;
}

/** For readers who put the site on their home screen. Its addresses are relative to itself: it works below any path. */
function manifestOf(site: Site, language: string, tokens: string): [string, string] {
  const path = besideHome("site.webmanifest", language, site);
  const root = "../".repeat(path.split("/").length - 1);
  const { paper } = readPalettes(tokens).light;
  const icons = APP_ICONS.map(({ name, size, isCut = false }) => ({
    src: root + name,
    sizes: `${size}x${size}`,
    type: "image/png",
    ...(isCut && { purpose: "maskable" }),
  }));
  const manifest = {
    name: pick(site.title, language),
    description: pick(site.description, language),
    lang: language,
    dir: directionOf(language),
    start_url: "./",
    display: "minimal-ui",
    background_color: paper,
    theme_color: paper,
    icons: [{ src: root + DRAWN_ICON, sizes: "any", type: "image/svg+xml" }, ...icons],
  };
  return [path, `${JSON.stringify(manifest, null, 2)}\n`];
}

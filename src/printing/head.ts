import { lastDayOf } from "../content/history.ts";
import { readPalettes } from "../diagrams/palette.ts";
import { CARD, type Card } from "../identity/card.ts";
import type { Document, Page } from "../model.ts";
import { asScript, structuredData } from "./structured-data.ts";

/** What a published page says to those who do not read it: search engines, sites that link to it, browsers. */
export interface PageHead {
  readonly type: "article" | "website";
  /** Without the site's name, which stands beside it. */
  readonly title: string;
  /** `en_US` */
  readonly locale: string;
  readonly otherLocales: readonly string[];
  readonly image: PageImage | undefined;
  /** The colour of the page, by day and by night. */
  readonly light: string;
  readonly dark: string;
  /** Structured data, safe to stand in a script. */
  readonly data: string;
}

export interface PageImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
}

export interface HeadOptions {
  readonly title: string;
  readonly card: Card | undefined;
  /** The style sheet that declares the page's colours. */
  readonly tokens: string;
}

export function headOf(page: Page, document: Document, { title, card, tokens }: HeadOptions): PageHead {
  const { site, pages } = document;
  const { light, dark } = readPalettes(tokens);
  const modified = lastDayOf(page);
  const image = card && imageOf(card, site.address);
  const others = pages.filter(({ name, language }) => name === page.name && language !== page.language);
  return {
    type: page.layout === "explainer" ? "article" : "website",
    title: page.layout === "explainer" ? title : page.title,
    locale: localeOf(page.language),
    otherLocales: others.map(({ language }) => localeOf(language)),
    image,
    light: light.paper,
    dark: dark.paper,
    data: asScript(
      structuredData(page, document, {
        title,
        ...(image && { image: image.url }),
        ...(modified !== undefined && { modified }),
      }),
    ),
  };
}

function imageOf({ path, version, title, description }: Card, address: string): PageImage {
  return { ...CARD, url: `${address}/${path}?${version}`, alternative: `${title}: ${description}` };
}

/** Sites that show cards want a country beside a language: the one where most of its speakers are. */
function localeOf(language: string): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region === undefined ? base : `${base}_${region}`;
}

import type { Document, Page } from "../model.ts";
import { nameOfPath, pagePath } from "./addresses.ts";
import { imagesOf } from "./found-addresses.ts";
import { isImagePath } from "./ledger.ts";

/** A small page at an old path that leads to where its words are now, in one language. */
export interface PageRedirect {
  /** Relative to the output folder: `de/case-study.html` */
  readonly path: string;
  readonly to: Page;
}

/** An image that is written at an old path as well. Relative to the output folder. */
export interface ImageCopy {
  readonly path: string;
  readonly from: string;
}

export interface RedirectPlan {
  readonly pages: readonly PageRedirect[];
  readonly images: readonly ImageCopy[];
}

/** Old paths that something answers for. The others are left to a check. */
export function planRedirects({ site, pages, flows }: Document): RedirectPlan {
  const printed = new Set(pages.map(({ path }) => path));
  const written = new Set(imagesOf(flows, site.languages));
  return {
    pages: site.redirects
      .filter(({ old }) => !isImagePath(old))
      .flatMap(({ old, to }) =>
        pages.flatMap((page) => {
          const path = pagePath(nameOfPath(old), page.language, site.languages);
          return page.name === nameOfPath(to) && !printed.has(path) ? [{ path, to: page }] : [];
        }),
      ),
    images: site.redirects
      .filter(({ old, to }) => written.has(to) && !written.has(old) && endingOf(old) === endingOf(to))
      .map(({ old, to }) => ({ path: old.slice(1), from: to.slice(1) })),
  };
}

/** `/images/pull.png` → `.png`. A page has none. */
export function endingOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? "";
}

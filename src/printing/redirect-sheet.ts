import { relativeAddress } from "../content/addresses.ts";
import type { PageRedirect } from "../content/redirects.ts";
import { directionOf } from "../language.ts";
import type { Page, Site } from "../model.ts";
import { canonicalOf } from "./published.ts";
import { uncopied } from "./uncopied.ts";
import { pick, type Words } from "./words.ts";

/** What the template of a redirect sees. */
export interface RedirectSheet {
  readonly page: Pick<Page, "path"> & { readonly layout: "redirect" };
  readonly words: Words;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly href: string;
  readonly canonical: string;
}

export function redirectSheetOf({ path, to }: PageRedirect, site: Site, words: Words): RedirectSheet {
  return uncopied({
    page: { path, layout: "redirect" },
    words,
    language: to.language,
    direction: directionOf(to.language),
    title: to.layout === "explainer" ? pick(site.title, to.language) : to.title,
    href: relativeAddress(path, to.path),
    canonical: canonicalOf(site.address, to.path),
  });
}

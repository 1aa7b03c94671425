import { relativeAddress } from "../content/addresses.ts";
import type { PageRedirect } from "../content/redirects.ts";
import { directionOf } from "../language.ts";
import type { Page, Site } from "../model.ts";
import { canonicalOf } from "./published.ts";
import { pick, type Words } from "./words.ts";

/** What the template of a redirect sees: a class for the reason that a sheet is one. */
export class RedirectSheet {
  readonly page: Pick<Page, "path"> & { readonly layout: "redirect" };
  readonly words: Words;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly href: string;
  readonly canonical: string;

  constructor({ path, to }: PageRedirect, site: Site, words: Words) {
    this.page = { path, layout: "redirect" };
    this.words = words;
    this.language = to.language;
    this.direction = directionOf(to.language);
    this.title = to.layout === "explainer" ? pick(site.title, to.language) : to.title;
    this.href = relativeAddress(path, to.path);
    this.canonical = canonicalOf(site.address, to.path);
  }
}

import { nameOfPath, publicPath } from "../../content/addresses.ts";
import { imagesOf, shownFlows } from "../../content/found-addresses.ts";
import { isImagePath } from "../../content/ledger.ts";
import { RESERVED } from "../../content/page-plans.ts";
import { endingOf } from "../../content/redirects.ts";
import type { Redirect, Site } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import type { Rule } from "../rule.ts";

/** An old path leads to a page that is printed, or to an image that is written, and not to another old path. */
export const redirectTarget: Rule = {
  name: "redirect-target",
  *check({ document: { pages, site } }) {
    if (pages.length === 0) return;
    const paths = new Set(pages.map(({ name }) => publicPath(name)));
    const answering = [...paths, ...imagesOf(shownFlows(pages), site.languages)];
    for (const redirect of site.redirects) {
      const message = slipOf(redirect, answering, site);
      if (message !== undefined) yield { message, place: redirect.place };
    }
  },
};

function slipOf(
  { old, to }: Redirect,
  answering: readonly string[],
  { redirects }: Site,
): string | undefined {
  if (answering.includes(publicPath(nameOfPath(old))) || RESERVED.has(nameOfPath(old))) {
    return `The old path "${old}" still answers by itself; take its line away`;
  }
  const alike = answering.filter((path) => endingOf(path) === endingOf(old));
  if (alike.includes(to)) return undefined;
  const message = `The old path "${old}" leads to "${to}"`;
  const wayOut = `name ${isImagePath(old) ? `an image that ends in "${endingOf(old)}"` : "a page"}`;
  if (answering.includes(to)) return `${message}, which is of another kind; ${wayOut}`;
  const next = redirects.find((other) => other.old === to)?.to;
  if (next === undefined) return `${message}, which is not there${didYouMean(to, alike) || `; ${wayOut}`}`;
  return `${message}, which is an old path itself; ${alike.includes(next) ? `write "${old}: ${next}"` : wayOut}`;
}

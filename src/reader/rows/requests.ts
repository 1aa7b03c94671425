import type { Analytics } from "../../model.ts";
import { atMost, eachPage, type Figure, none, type Row } from "../row.ts";
import { unasked } from "../window.ts";

export const blocking: Row = {
  name: "files that block rendering, web fonts, requests to others",
  measure: (site) =>
    eachPage(site.pages, ({ path }) =>
      site.visit(path, async (visit): Promise<Figure> => {
        const requests = await unasked(visit);
        const blocks = await visit.tab.evaluate(() => {
          const all = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>(
            'link[rel~="stylesheet"], script[src]:not([async], [defer], [type="module"])',
          );
          return [
            ...[...all].map((one) => one.outerHTML),
            ...[...document.fonts].map(({ family }) => `font ${family}`),
          ];
        });
        const own = allowedOf(site.document.site.analytics);
        const others = requests.filter((address) => !address.startsWith(site.address) && !own(address));
        return none(path, [...blocks, ...others]);
      }),
    ),
};

/** Addresses that the settings name for counting visits. */
function allowedOf(analytics: Analytics | undefined): (address: string) => boolean {
  const origins = [analytics?.script, analytics?.picture].flatMap((one) =>
    one === undefined ? [] : new URL(one).origin,
  );
  return (address) => address.startsWith("data:") || origins.includes(new URL(address).origin);
}

export const requests: Row = {
  name: "requests before scrolling",
  measure: (site) =>
    eachPage(site.explainers, ({ path }) =>
      site.visit(path, async (visit): Promise<Figure> => {
        return atMost(path, (await unasked(visit)).length, site.document.site.budgets.requests);
      }),
    ),
};

import { eachPage, type Figure, none, type Row } from "../row.ts";

export const withoutScript: Row = {
  name: "words, links and controls that need a script",
  measure: (site) =>
    eachPage(site.pages, async ({ path }): Promise<Figure> => {
      const seen = (javaScriptEnabled: boolean) =>
        site.visit(
          path,
          async ({ tab }) => ({
            words: await tab.locator("main").evaluate((main) => (main.textContent ?? "").split(/\s+/).length),
            links: await tab.locator("a[href]").count(),
            controls: await tab
              .locator("button, select, [role='button'], dialog")
              .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML)),
          }),
          { javaScriptEnabled },
        );
      const [off, on] = [await seen(false), await seen(true)];
      const lost = off.words < on.words * 0.99 ? [`${on.words - off.words} words`] : [];
      const missing = off.links < on.links ? [`${on.links - off.links} links`] : [];
      return none(path, [...lost, ...missing, ...off.controls.map((one) => `a dead control: ${one}`)]);
    }),
};

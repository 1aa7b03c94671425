import type { BrowserContextOptions } from "playwright-core";
import { eachPage, type Figure, none, type Row } from "../row.ts";

/** What a page looks like, in a few figures that an answer to a wish must change. */
function look(): { colours: string; lines: string } {
  const shown = [...document.querySelectorAll("body, main a, main h2, main p, footer, .flow, table")];
  const styles = shown.map((one) => getComputedStyle(one));
  return {
    colours: styles.map(({ color, backgroundColor }) => `${color} ${backgroundColor}`).join(),
    lines: styles
      .map(({ borderTopColor, textDecorationThickness }) => `${borderTopColor} ${textDecorationThickness}`)
      .join(),
  };
}

export const preferences: Row = {
  name: "answers to wishes for contrast, for colours of one's own, for less motion",
  measure: (site) =>
    eachPage(site.explainers, async ({ path }): Promise<Figure[]> => {
      const seen = (options: BrowserContextOptions) =>
        site.visit(path, ({ tab }) => tab.evaluate(look), options);
      const usual = await seen({});
      const contrast = await seen({ contrast: "more" });
      const forced = await seen({ forcedColors: "active" });
      const moving = await site.visit(path, ({ tab }) => tab.evaluate(findMotion), {
        reducedMotion: "reduce",
      });
      const unanswered = JSON.stringify(contrast) === JSON.stringify(usual) ? ["prefers-contrast: more"] : [];
      const kept = forced.colours === usual.colours ? ["forced-colors: active"] : [];
      return [
        none(`${path}, wishes without an answer`, [...unanswered, ...kept]),
        none(`${path}, what moves against the reader's wish`, moving),
      ];
    }),
};

/** In the page: everything is started that can be, and what still moves is named. */
async function findMotion(): Promise<string[]> {
  for (const button of document.querySelectorAll<HTMLElement>("main button")) button.click();
  await new Promise((done) => setTimeout(done, 50));
  const moving = document.getAnimations().filter((one) => {
    const duration = Number(one.effect?.getComputedTiming().duration ?? 0);
    return one.playState === "running" && duration > 10 && one instanceof CSSTransition;
  });
  const scrolling =
    getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling"] : [];
  return [...moving.map((one) => String((one as CSSTransition).transitionProperty)), ...scrolling];
}

import { eachPage, type Figure, none, type Row } from "../row.ts";

/** More than any page has: who gets here goes in a circle. */
const MOST_STOPS = 2000;

export const keyboard: Row = {
  name: "stops of the keyboard unseen, unmarked or covered; targets too small",
  measure: (site) =>
    eachPage(site.explainers, async ({ path }): Promise<Figure[]> => {
      const figures: Figure[] = [];
      for (const width of [320, 1280]) {
        const options = { viewport: { width, height: 700 }, reducedMotion: "reduce" as const };
        figures.push(
          ...(await site.visit(
            path,
            async ({ tab }): Promise<Figure[]> => {
              const faults: string[] = [];
              await tab.keyboard.press("Tab");
              const first = await tab.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
              if (first !== "#main") faults.push(`the first stop leads to "${first}", not to the text`);
              for (let stop = 0; stop < MOST_STOPS; stop++) {
                const fault = await tab.evaluate(judgeStop);
                if (fault === "end") break;
                if (fault !== "") faults.push(fault);
                await tab.keyboard.press("Tab");
              }
              const small = await tab.evaluate(findSmall, site.document.site.budgets.targetPixels);
              return [
                none(`${path}, ${width} px, stops`, faults),
                none(`${path}, ${width} px, targets`, small),
              ];
            },
            options,
          )),
        );
      }
      return figures;
    }),
};

/** In the page: what is wrong with where the keyboard is; `end` after the last stop. */
function judgeStop(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return "end";
  const name = element.outerHTML.slice(0, 120);
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) return `unseen: ${name}`;
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!isInView) return `out of the window: ${name}`;
  const style = getComputedStyle(element);
  const holder = getComputedStyle(element.closest("label") ?? element);
  const isMarked = [style, holder].some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
  );
  if (!isMarked) return `unmarked: ${name}`;
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isCovered = top !== null && !element.contains(top) && !top.contains(element);
  return isCovered ? `covered: ${name}` : "";
}

/** In the page: targets below the size that WCAG 2.2 asks for (2.5.8); links in a line of words are exempt. */
function findSmall(least: number): string[] {
  const targets = [...document.querySelectorAll<HTMLElement>("a[href], button, summary, input, select")];
  return targets
    .filter((target) => target.checkVisibility() && !isInWords(target))
    .filter((target) => {
      const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
      return width > 1 && (height < least || width < least);
    })
    .map((target) => target.outerHTML.slice(0, 120));

  function isInWords(target: HTMLElement): boolean {
    const line = target.closest("p, li, td, th, dd, dt, figcaption, caption, h1, h2, h3, h4, summary");
    return (
      getComputedStyle(target).display.startsWith("inline") &&
      line !== null &&
      line !== target &&
      line.textContent?.trim() !== target.textContent?.trim()
    );
  }
}

import { atLeast, atMost, eachPage, type Figure, none, type Row } from "../row.ts";
import type { Visit } from "../window.ts";

// WCAG 2.2, 1.4.12
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

export const sideways: Row = {
  name: "sideways scrolling, also with wide text spacing",
  measure: (site) =>
    eachPage(site.pages, async ({ path }): Promise<Figure> => {
      const faults: string[] = [];
      const look = async ({ tab }: Visit): Promise<void> => {
        for (const spacing of ["", SPACING]) {
          if (spacing !== "") await tab.addStyleTag({ content: spacing });
          for (const width of [320, 390, 768, 1280, 1920]) {
            await tab.setViewportSize({ width, height: 800 });
            const excess = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (excess > 0) faults.push(`${width} px${spacing && ", wide"}: ${excess} px too wide`);
          }
        }
      };
      // The page's own policy would refuse the style that a reader's browser adds.
      await site.visit(path, look, { bypassCSP: true });
      return none(path, faults);
    }),
};

export const text: Row = {
  name: "text size, line height and characters a line at 1,280 px",
  measure: (site) =>
    eachPage(site.explainers, ({ path }) =>
      site.visit(path, async ({ tab }): Promise<Figure[]> => {
        const { size, leading, line } = await tab.evaluate(measureText);
        const { textPixels, lineHeight, shortestLine, longestLine } = site.document.site.budgets;
        return [
          atLeast(`${path}, size`, size, textPixels, "px"),
          atLeast(`${path}, line height`, leading, lineHeight),
          // No text may be long enough to fill a line.
          ...(line === undefined
            ? []
            : [atLeast(`${path}, line`, line, shortestLine), atMost(`${path}, line`, line, longestLine)]),
        ];
      }),
    ),
};

/** In the page: the smallest text of paragraphs, the tightest lines, and the median of full lines in characters. */
function measureText(): { size: number; leading: number; line: number | undefined } {
  const paragraphs = [...document.querySelectorAll<HTMLElement>("main .section > p:not([class])")];
  const styles = paragraphs.map((one) => getComputedStyle(one));
  const sizes = styles.map(({ fontSize }) => Number.parseFloat(fontSize));
  const leadings = styles.map(
    ({ fontSize, lineHeight }) => Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
  );
  const lines = paragraphs.flatMap((paragraph) => {
    const tops: number[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent ?? "").length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        tops.push(Math.round(range.getBoundingClientRect().bottom / 8));
      }
    }
    const counts = new Map<number, number>();
    for (const top of tops) counts.set(top, (counts.get(top) ?? 0) + 1);
    // The last line of a paragraph is as long as it happens to be.
    return [...counts.values()].slice(0, -1).filter((count) => count > 5);
  });
  lines.sort((a, b) => a - b);
  return {
    size: Math.min(...sizes),
    leading: Math.min(...leadings),
    line: lines[Math.floor(lines.length / 2)],
  };
}

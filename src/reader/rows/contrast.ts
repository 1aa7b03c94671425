import { atLeast, eachPage, type Figure, none, type Row } from "../row.ts";

/** The least contrast of each kind of words on a page, as WCAG 2.2 defines contrast. */
interface Contrasts {
  readonly text: number;
  readonly links: number;
  readonly others: number;
  readonly plainLinks: string[];
}

export const contrast: Row = {
  name: "contrast of text, of links, of secondary words and code",
  measure: (site) =>
    eachPage(site.pages, async ({ path }): Promise<Figure[]> => {
      const figures: Figure[] = [];
      const { contrastLight, contrastDark, contrastOther } = site.document.site.budgets;
      for (const [colorScheme, least] of [
        ["light", contrastLight],
        ["dark", contrastDark],
      ] as const) {
        const found = await site.visit(path, ({ tab }) => tab.evaluate(measureContrast), { colorScheme });
        const of = `${path}, ${colorScheme}`;
        figures.push(
          atLeast(`${of}, text`, found.text, least),
          atLeast(`${of}, links`, found.links, contrastOther),
          atLeast(`${of}, others`, found.others, contrastOther),
          none(`${of}, links in text without a line`, found.plainLinks),
        );
      }
      return figures;
    }),
};

/** In the page. Colours are drawn and read back, so that any way to write them counts. */
function measureContrast(): Contrasts {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colours = new Map<string, number>();

  /** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
  function luminance(colour: string): number {
    const known = colours.get(colour);
    if (known !== undefined || context === null) return known ?? 0;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const found = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    colours.set(colour, found);
    return found;
  }
  function groundOf(element: Element | null): string {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
    }
    return "white";
  }

  const least = { text: 21, links: 21, others: 21 };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? "").trim() === "") continue;
    // Drawings have colours of their own, which their own tests look at.
    if (element.closest("svg, script, style, noscript") !== null || !element.checkVisibility()) continue;
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const isText = element.matches("main .section > p:not([class]), main .section li, main .section td");
    const kind = element.closest("a") !== null ? "links" : isText ? "text" : "others";
    least[kind] = Math.min(least[kind], ratio);
  }
  const plainLinks = [...document.querySelectorAll("main .section :is(p, li) a:not([class])")]
    .filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline"))
    .map((link) => link.outerHTML);
  return { ...least, plainLinks };
}

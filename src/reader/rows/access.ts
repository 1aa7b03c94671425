import { brokenRules, COLOUR_RULES } from "../../browser/axe.ts";
import { eachPage, type Figure, none, type Row } from "../row.ts";
import type { Visit } from "../window.ts";

// The last is a desk at 200 %.
const WINDOWS = [
  { width: 320, height: 640 },
  { width: 768, height: 900 },
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
];

/** Rules of axe-core. */
export const axe: Row = {
  name: "rules of axe broken, light and dark, 320 to 1,280 px and 200 %",
  measure: (site) =>
    eachPage(site.pages, ({ path }) => {
      const look = async ({ tab }: Visit): Promise<Figure> => {
        const faults: string[] = [];
        for (const size of WINDOWS) {
          await tab.setViewportSize(size);
          for (const colorScheme of ["light", "dark"] as const) {
            await tab.emulateMedia({ colorScheme });
            // In the dark nothing but colours is another.
            const broken = await brokenRules(tab, colorScheme === "dark" ? COLOUR_RULES : undefined);
            faults.push(...broken.map((fault) => `${colorScheme} ${size.width} px ${fault}`));
          }
        }
        return none(path, faults);
      };
      // Colours on their way from one scheme to the other are nobody's.
      return site.visit(path, look, { reducedMotion: "reduce" });
    }),
};

export const structure: Row = {
  name: "headings in order, landmarks named, language right",
  measure: (site) =>
    eachPage(site.pages, ({ path, language }) =>
      site.visit(path, async ({ tab }): Promise<Figure> => {
        const faults = await tab.evaluate((wanted) => {
          const found: string[] = [];
          const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
          if (headings.filter(({ tagName }) => tagName === "H1").length !== 1) found.push("not one h1");
          let before = 0;
          for (const { tagName, textContent } of headings) {
            const level = Number(tagName[1]);
            if (level > before + 1) found.push(`skips a level: ${textContent}`);
            before = level;
          }
          const names = [...document.querySelectorAll("nav, [role=region]")].map(
            (one) => one.getAttribute("aria-label") ?? one.getAttribute("aria-labelledby") ?? "",
          );
          if (names.includes("")) found.push("a landmark without a name");
          if (document.querySelectorAll("main").length !== 1) found.push("not one main");
          if (document.documentElement.lang !== wanted) found.push(`lang "${document.documentElement.lang}"`);
          for (const { lang } of document.querySelectorAll<HTMLElement>("[lang]")) {
            try {
              new Intl.Locale(lang);
            } catch {
              found.push(`lang "${lang}"`);
            }
          }
          return found;
        }, language);
        return none(path, faults);
      }),
    ),
};

export const validHtml: Row = {
  name: "errors and warnings of html-validate",
  measure: async (site) => {
    const { HtmlValidate } = await import("html-validate");
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      // The roles of a table's parts are lost where styles take them for other boxes, so they are written out.
      rules: { "no-redundant-role": "off" },
    });
    return eachPage(site.pages, async ({ path }): Promise<Figure> => {
      const { results } = await validator.validateString(await site.html(path));
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} [${ruleId}]`),
      );
      return none(path, faults);
    });
  },
};

import type { Rule } from "../rule.ts";

/** Editors' text is data: markup of its own could run things, and looks like nothing on a forge. */
export const rawHtml: Rule = {
  name: "raw-html",
  *check({ document: { pages } }) {
    for (const { text, place } of pages.flatMap((page) => page.sections.flatMap(({ markup }) => markup))) {
      const shown = text.split("\n")[0] ?? "";
      yield { message: `Cannot use HTML "${shown}"; write it in Markdown, or as \`code\` to show it`, place };
    }
  },
};

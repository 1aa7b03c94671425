import type { Place, Problem, Text } from "../model.ts";
import type { Flow } from "./flow.ts";

type Path = readonly (string | number)[];

/** The font has all of these, so that it need not be opened for them. */
const USUAL = /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026]*$/;

/**
 * Words that pages show in the fonts of their readers, and that the files for other sites cannot show: their letters are
 * those of one font. A notice for each language, at the first of its words.
 */
export async function findUndrawable(flow: Flow, place: (path: Path) => Place): Promise<Problem[]> {
  const found = await Promise.all(
    flow.languages.map(async (language) => {
      const undrawable: { text: string; lacks: string; path: Path }[] = [];
      for (const { text, path } of textsOf(flow)) {
        const lacks = await missingSign(text[language] ?? "");
        if (lacks !== undefined)
          undrawable.push({ text: text[language] ?? "", lacks, path: [...path, language] });
      }
      return undrawable;
    }),
  );
  return found.flatMap(([first, ...others]): Problem[] => {
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` and ${others.length} more of its texts`;
    const message = `Cannot draw "${first.text}"${more} in the SVG and PNG of this flow: their font lacks "${first.lacks}"; write it in other letters, or give other sites the address of the page`;
    return [{ rule: "flow", severity: "notice", message, place: place(first.path) }];
  });
}

function textsOf({ title, actors, boundaries, steps }: Flow): { text: Text; path: Path }[] {
  return [
    { text: title, path: ["title"] },
    ...actors.map(({ id, label }) => ({ text: label, path: ["actors", id, "label"] })),
    ...boundaries.map(({ id, label }) => ({ text: label, path: ["boundaries", id, "label"] })),
    ...steps.map(({ text }, index) => ({ text, path: ["steps", index, "text"] })),
  ];
}

async function missingSign(text: string): Promise<string | undefined> {
  if (USUAL.test(text)) return undefined;
  const { openLetters } = await import("./letters.ts");
  const { has } = await openLetters(400);
  return [...text].find((sign) => sign.trim() !== "" && !has(sign));
}

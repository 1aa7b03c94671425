import type { Place, Problem, Text } from "../model.ts";
import type { Path } from "../yaml/shape.ts";
import type { Flow } from "./flow.ts";
import { findMissingSigns } from "./missing-signs.ts";

/**
 * Words that pages show in the fonts of their readers, and that the files for other sites cannot show: their letters are
 * those of one font. A notice for each language, at the first of its words.
 */
export async function findUndrawable(flow: Flow, place: (path: Path) => Place): Promise<Problem[]> {
  const found = await Promise.all(
    flow.languages.map(async (language) => {
      const undrawable: { text: string; lacks: string; path: Path }[] = [];
      for (const { text, path } of textsOf(flow)) {
        const [lacks] = await findMissingSigns(text[language] ?? "");
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

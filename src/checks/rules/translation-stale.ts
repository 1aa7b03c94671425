import type { LineRange } from "../../model.ts";
import type { Rule } from "../rule.ts";

/** A translation that was made from an earlier text, or from one that nobody has noted. */
export const translationStale: Rule = {
  name: "translation-stale",
  severity: "notice",
  *check({ document: { translations } }) {
    for (const { state, file, sourceFile, changed, place } of translations) {
      const mark = `run "npm run translations -- --mark ${file}"`;
      if (state === "unmarked") {
        yield {
          message: `No "source" says which text this translates; compare it with ${sourceFile}, then ${mark}`,
          place,
        };
      } else if (state === "stale") {
        const where = changed === undefined ? "" : `: ${tellLines(changed)}`;
        yield {
          message: `${sourceFile} has changed since it was translated${where}; bring this over, then ${mark}`,
          place,
        };
      }
    }
  },
};

/** `line 3, lines 12–15, lines taken out before line 40` */
export function tellLines(ranges: readonly LineRange[]): string {
  return ranges
    .map(({ first, last }) => {
      if (last < first) return `lines taken out before line ${first}`;
      return first === last ? `line ${first}` : `lines ${first}–${last}`;
    })
    .join(", ");
}

import type { Rule } from "../rule.ts";

/** A translation whose source is gone is printed nowhere, or stays alone. */
export const translationOrphan: Rule = {
  name: "translation-orphan",
  *check({ document: { translations } }) {
    for (const { state, sourceFile, place } of translations) {
      if (state !== "orphan") continue;
      yield {
        message: `Cannot find ${sourceFile}, which this file translates; delete this one, or write that one`,
        place,
      };
    }
  },
};

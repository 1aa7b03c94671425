import type { Rule } from "../rule.ts";

/** A text that readers of another language get in the source language. */
export const translationMissing: Rule = {
  name: "translation-missing",
  severity: "notice",
  *check({ document: { translations } }) {
    for (const { state, file, sourceFile, place } of translations) {
      if (state !== "missing") continue;
      yield { message: `Cannot find "${file}": its readers get ${sourceFile} instead; translate it`, place };
    }
  },
};

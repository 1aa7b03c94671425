import { SITE_FILE } from "../../content/settings.ts";
import { REASONS } from "../../history/reasons.ts";
import type { History, Site } from "../../model.ts";
import type { Rule } from "../rule.ts";

/**
 * Without the whole history no day is told, because it might be a wrong one. A site that names no repository needs none:
 * then a folder outside of git is as it should be.
 */
export const historyMissing: Rule = {
  name: "history-missing",
  severity: "notice",
  *check({ document: { site, history, pages } }) {
    const reason = reasonOf(history, site);
    if (reason === undefined || pages.length === 0) return;
    yield {
      message: `Cannot tell readers when sections were last changed: ${reason}`,
      place: { file: SITE_FILE, line: 1, column: 1 },
    };
  },
};

function reasonOf({ state }: History, { repository }: Site): string | undefined {
  switch (state) {
    case "whole":
      return undefined;
    case "no-repository":
      return (
        repository &&
        `this folder is in no repository; build in a clone, which "git clone ${repository}" makes`
      );
    default:
      return REASONS[state];
  }
}

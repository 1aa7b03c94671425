import * as v from "valibot";
import type { Budgets } from "../model.ts";
import { mapping } from "../yaml/shape.ts";

/** What a page may cost its readers, unless `site.yaml` says otherwise. Sources of the figures are beside each. */
export const BUDGETS: Budgets = {
  // Bare text takes 1.9 bytes a word in brotli, lean HTML with its style 2.5; German words are longer.
  bytesPerWord: 3,
  bytesPerWordTranslated: 3.5,
  bytesPerPage: 1024,
  bytesPerFlow: 2560,
  // What the first round trip brings: ten packets, RFC 6928.
  firstBytes: 14_600,
  firstWords: 3000,
  roundTrips: 2,
  scriptBytes: 2048,
  requests: 3,
  paintMilliseconds: 300,
  contrastLight: 12,
  contrastDark: 10,
  contrastOther: 7,
  // WCAG 2.2, 2.5.8
  targetPixels: 24,
  textPixels: 18,
  lineHeight: 1.55,
  shortestLine: 60,
  longestLine: 76,
};

const amount = v.exactOptional(v.pipe(v.number(), v.minValue(0, "give a number from 0")));

export const budgets = mapping(
  Object.fromEntries(Object.keys(BUDGETS).map((name) => [name, amount])) as Record<
    keyof Budgets,
    typeof amount
  >,
);

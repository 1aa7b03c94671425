import type { Page, Section } from "../model.ts";
import type { AllAssets } from "./assets.ts";
import { narrowingRules } from "./narrowing.ts";

export interface PageStylesOptions {
  readonly assets: AllAssets;
  readonly hasFlow: boolean;
  /** Written from right to left, or with notes above its sections: layouts/styles/rare.css is for those as well. */
  readonly isRare: boolean;
  /** Rules that the page has made for itself. */
  readonly made: readonly string[];
}

/** The styles of one page: those that the first words wait for, and those that come late. */
export function stylesOf(
  { sections }: Page,
  { assets, hasFlow, isRare, made }: PageStylesOptions,
): { readonly early: string; readonly late: string } {
  const used = hasFlow ? [assets, assets.flows] : [assets];
  const early = used.map(({ styles }) => styles);
  const late = [...used.map((one) => one.late), ...narrowingRules(sections), ...made];
  (isRare || sections.some(holdsRare) ? early : late).push(assets.rare);
  return { early: early.join("\n"), late: late.join("\n") };
}

/** Something that layouts/styles/rare.css is for. */
function holdsRare({ html }: Section): boolean {
  return ["<hr>", 'class="align-', 'class="footnote-ref"'].some((part) => html.includes(part));
}

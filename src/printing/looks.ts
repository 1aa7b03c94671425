import type { Document, Page, Section } from "../model.ts";
import type { AllAssets } from "./assets.ts";
import { LateShapes } from "./late-shapes.ts";
import { stylesOf } from "./page-styles.ts";
import { runningHeads } from "./running-heads.ts";

/** The styles, drawings and scripts that stand in a page. */
export interface Looks {
  /** Several windows high, so that far sections may wait for their layout and nothing that is seen will move. */
  readonly isLong: boolean;
  readonly styles: string;
  /** Styles that stand before the first list, or after the text. */
  readonly late: string;
  /** The part that shows the first list. */
  readonly lateAt: string | undefined;
  /** By the part's name, its HTML without the shapes of its drawings; only of parts that have some. */
  readonly withoutShapes: ReadonlyMap<string, string>;
  /** They come after the text. */
  readonly shapes: string;
  readonly beforePaint: string;
  readonly script: string;
}

export interface LookOptions {
  readonly assets: AllAssets;
  readonly preview: boolean;
  /** Whether the page may need the looks that few pages need. */
  readonly isRare: boolean;
}

export function looksOf(
  page: Page,
  { site, flows }: Document,
  { assets, preview, isRare }: LookOptions,
): Looks {
  const drawn = page.sections.filter((one) => showsOneOf(flows, one));
  // An editor may write the first flow of a page while its preview is open.
  const hasFlow = preview || drawn.length > 0;
  const { early, late } = stylesOf(page, { assets, hasFlow, isRare, made: [runningHeads(page, site)] });
  const shapes = new LateShapes();
  // The preview exchanges parts of the page, drawings and all.
  const parted = preview ? [] : drawn;
  const withoutShapes = new Map(parted.map(({ name, html }) => [name, shapes.takeFrom(html)]));
  return {
    isLong: isLong(page.sections),
    // The preview exchanges the styles of a page in one place.
    styles: preview ? `${early}\n${late}` : early,
    late: preview ? "" : late,
    lateAt: page.sections.find(({ shown }) => shown !== undefined)?.name,
    withoutShapes,
    shapes: shapes.all,
    beforePaint: assets.beforePaint,
    script: hasFlow ? `${assets.script}\n${assets.flows.script}` : assets.script,
  };
}

/** In characters: 5,000 px at the widest. */
const LONG = 12_000;

function isLong(sections: readonly Section[]): boolean {
  let length = 0;
  return sections.some(({ html }) => {
    length += html.replace(/<[^>]*>/g, "").length;
    return length > LONG;
  });
}

function showsOneOf(flows: ReadonlySet<string>, { pictures }: Section): boolean {
  return pictures.some(({ file }) => file !== undefined && flows.has(file));
}

import { besideHome, copyPath, relativeAddress } from "../content/addresses.ts";
import type { Page, Site } from "../model.ts";
import type { Words } from "./words.ts";

/** The page as something that can be taken along. */
export interface Copy {
  readonly href: string;
  readonly name: string;
  /** `text/markdown` */
  readonly type: string;
}

/** What a page can be taken along as, in the order of its footer. */
export function copiesOf(page: Page, site: Site, words: Words): Copy[] {
  const { path, language, layout } = page;
  const copy = (to: string, type: string, name = ""): Copy => ({
    href: relativeAddress(path, to),
    name,
    type,
  });
  const markdown = copy(copyPath(path), "text/markdown", words.markdown);
  if (layout !== "explainer") return [markdown];
  return [copy(besideHome("offline.html", language, site), "text/html", words.offline), markdown];
}

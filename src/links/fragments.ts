import { didYouMean } from "../nearest.ts";
import { percentDecoded } from "../percent.ts";
import type { PageFacts } from "./answer.ts";
import { splitFragment } from "./plan.ts";
import type { Verdict } from "./verdict.ts";

/** Fragments that no element bears: of single-page programs, of lines in a forge's file, of words to look for. */
const NO_ID = /^(?:[!/]|:~:|L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$|$)/;
/** Forges put this before the ids of their authors, and take it away again in the browser. */
const FORGE_PREFIX = "user-content-";

/** Says where a page does not hold the place that a link names. A page of which only a part was read may hold it. */
export function findFragment(address: string, page: PageFacts | undefined): Verdict[] {
  const fragment = percentDecoded(splitFragment(address).fragment.split(":~:", 1)[0] ?? "");
  if (page === undefined || !page.isWhole || NO_ID.test(fragment)) return [];
  const isThere = [fragment, `${FORGE_PREFIX}${fragment}`].some((id) => page.ids.has(id));
  if (isThere || page.scripts.includes(fragment)) return [];
  const wayOut = didYouMean(fragment, page.ids, "#") || "; link to the page, or to a place that is there";
  return [
    {
      rule: "link-fragment",
      severity: "error",
      message: `Cannot find "#${fragment}" on the page of "${address}"${wayOut}`,
    },
  ];
}

import { posix } from "node:path";
import type { Page } from "../model.ts";
import { canonicalOf } from "../printing/published.ts";

/**
 * A link as a page has it, as it works from anywhere; a fragment stays one:
 * `absoluteAddress("tutorial.html#start", page, "https://bees.example")` gives `https://bees.example/tutorial#start`.
 */
export function absoluteAddress(href: string, { path }: Pick<Page, "path">, address: string): string {
  if (href.startsWith("#") || /^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const hash = href.indexOf("#");
  const file = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? "" : href.slice(hash);
  return canonicalOf(address, posix.join(posix.dirname(path), file)) + fragment;
}

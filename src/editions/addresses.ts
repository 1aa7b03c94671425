import { posix } from "node:path";
import type { Page } from "../model.ts";
import { percentDecoded } from "../percent.ts";
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

/** The page of the site that a link on a page leads to, and the id on it; undefined for a whole address. */
export function targetOf(
  href: string,
  { path }: Page,
): { readonly path: string; readonly id?: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
  const [file = "", fragment] = href.split("#");
  const there = file === "" ? path : posix.join(posix.dirname(path), file);
  return fragment === undefined ? { path: there } : { path: there, id: percentDecoded(fragment) };
}

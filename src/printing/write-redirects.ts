import { join } from "node:path";
import type { RedirectPlan } from "../content/redirects.ts";
import { copyBelow } from "../copy-below.ts";
import { writeBelow } from "../write-below.ts";
import { addressOfPath } from "./published.ts";

/**
 * What Eleventy does not print: images at their old paths, because a page cannot stand in for one, and `_redirects`,
 * with which some hosts answer old paths of pages at once.
 */
export async function writeRedirects({ pages, images }: RedirectPlan, output: string): Promise<void> {
  for (const { path, from } of images) {
    await copyBelow(join(output, from), output, path);
  }
  // A `!` after the number would put the line before the page at the same path, but not every host can read it.
  const lines = pages.map(({ path, to }) => `/${addressOfPath(path)} /${addressOfPath(to.path)} 301\n`);
  if (lines.length > 0) writeBelow(output, "_redirects", lines.join(""));
}

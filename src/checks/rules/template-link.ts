import { posix } from "node:path";
import { editionPaths, feedPath } from "../../content/addresses.ts";
import type { Page } from "../../model.ts";
import { percentDecoded } from "../../percent.ts";
import type { Rule } from "../rule.ts";

/** The links that templates make, such as those of the contents, lead to what was printed. */
export const templateLink: Rule = {
  name: "template-link",
  *check({ document, built }) {
    const others = new Set([
      ...document.changesPages.map(({ path }) => feedPath(path)),
      ...editionPaths(document),
    ]);
    const ids = new Map(built.map(({ page, ids }) => [page.path, new Set([...ids, ...untitled(page)])]));
    for (const { page, links } of built) {
      for (const link of new Set(links)) {
        if (/^[a-z]+:/i.test(link)) continue;
        const [path = "", fragment] = percentDecoded(link).split("#", 2);
        const to = path === "" ? page.path : posix.normalize(posix.join(posix.dirname(page.path), path));
        if (others.has(to)) continue;
        const found = ids.get(to);
        const isThere =
          found !== undefined && (fragment === undefined || fragment === "" || found.has(fragment));
        if (isThere) continue;
        const message = `A template links to "${link}", which was not printed`;
        yield { message, place: { file: page.path, line: 1, column: 1 } };
      }
    }
  },
};

/** Sections that have no heading to lead to: other rules say so. */
function untitled({ sections }: Page): string[] {
  return sections.flatMap(({ name, headings }) => (headings.some(({ id }) => id === name) ? [] : [name]));
}

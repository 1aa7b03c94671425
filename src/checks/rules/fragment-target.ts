import { posix } from "node:path";
import { targetsIn } from "../../content/found-addresses.ts";
import type { Link, Page, Section } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";
import { collectTargets, type Targets } from "../targets.ts";

/** A link to a heading finds it, on the page and in the file, where forges look for it. */
export const fragmentTarget: Rule = {
  name: "fragment-target",
  *check({ document }) {
    const targets = collectTargets(document);
    const aliases = new Map(document.site.aliases.map(({ old, id }) => [old, id]));
    for (const page of document.pages) {
      for (const section of page.sections) {
        for (const link of section.links) {
          yield* findTarget(link, { from: section, page, targets, aliases });
        }
      }
    }
  },
};

/** Where a link stands, and what there is to lead to. */
interface Surroundings {
  readonly from: Section;
  readonly page: Page;
  readonly targets: Targets;
  readonly aliases: ReadonlyMap<string, string>;
}

function* findTarget({ target, place }: Link, around: Surroundings): Generator<Finding> {
  const { from, targets } = around;
  if (target.kind !== "fragment" && target.kind !== "file") return;
  const to = target.kind === "fragment" ? from : targets.sections.get(target.file);
  if (to === undefined || target.id === undefined) return;
  const { id } = target;
  if (targetsIn(to).some((one) => one.id === id)) return;
  const where = to === from ? "" : ` in ${to.file}`;
  yield { message: `Cannot find heading "#${id}"${where}${wayOut(id, to, around)}`, place };
}

function wayOut(id: string, to: Section, { from, page, targets, aliases }: Surroundings): string {
  const now = aliases.get(id);
  if (now !== undefined) return `; that old address leads to "#${now}" now`;
  const elsewhere = targets.spots.get(page)?.get(id)?.section;
  if (elsewhere !== undefined) {
    return `; it stands in another file, write "${posix.relative(posix.dirname(from.file), elsewhere.file)}#${id}"`;
  }
  const ids = targetsIn(to).map((one) => one.id);
  return didYouMean(id, ids, "#") || "; name a heading that is there";
}

import { posix } from "node:path";
import { type Spot, targetsIn } from "../../content/found-addresses.ts";
import type { Link, Section } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import type { Finding, Rule } from "../rule.ts";
import { sectionsByFile, spotsById } from "../targets.ts";

/** A link to a heading finds it, on the page and in the file, where forges look for it. */
export const fragmentTarget: Rule = {
  name: "fragment-target",
  *check({ document }) {
    const sections = sectionsByFile(document);
    const aliases = new Map(document.site.aliases.map(({ old, id }) => [old, id]));
    for (const page of document.pages) {
      let known: ReadonlyMap<string, Spot> | undefined;
      const onPage = (id: string): Spot | undefined => {
        known ??= spotsById(page);
        return known.get(id);
      };
      for (const section of page.sections) {
        for (const link of section.links) {
          yield* findTarget(link, { from: section, onPage, sections, aliases });
        }
      }
    }
  },
};

/** Where a link stands, and what there is to lead to. */
interface Surroundings {
  readonly from: Section;
  /** What has an id, in whichever file of the page. */
  readonly onPage: (id: string) => Spot | undefined;
  readonly sections: ReadonlyMap<string, Section>;
  readonly aliases: ReadonlyMap<string, string>;
}

function* findTarget({ target, place }: Link, around: Surroundings): Generator<Finding> {
  const { from, sections } = around;
  if (target.kind !== "fragment" && target.kind !== "file") return;
  const to = target.kind === "fragment" ? from : sections.get(target.file);
  if (to === undefined || target.id === undefined) return;
  const { id } = target;
  if (targetsIn(to).some((one) => one.id === id)) return;
  const where = to === from ? "" : ` in ${to.file}`;
  yield { message: `Cannot find heading "#${id}"${where}${wayOut(id, to, around)}`, place };
}

function wayOut(id: string, to: Section, { from, onPage, aliases }: Surroundings): string {
  const now = aliases.get(id);
  if (now !== undefined) return `; that old address leads to "#${now}" now`;
  const elsewhere = onPage(id)?.section;
  if (elsewhere !== undefined) {
    return `; it stands in another file, write "${posix.relative(posix.dirname(from.file), elsewhere.file)}#${id}"`;
  }
  const ids = targetsIn(to).map((one) => one.id);
  return didYouMean(id, ids, "#") || "; name a heading that is there";
}

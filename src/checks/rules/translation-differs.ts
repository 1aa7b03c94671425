import type { Document, Section } from "../../model.ts";
import { without } from "../../without.ts";
import { type Finding, named, type Rule } from "../rule.ts";
import { type Part, partsOf, type Shared } from "../translated-parts.ts";

/**
 * A translation has the headings, addresses, figures, links, code and numbers of its source. One that is known to be
 * behind is not compared: what has changed since is told already.
 */
export const translationDiffers: Rule = {
  name: "translation-differs",
  mayBeAllowed: true,
  *check({ document }) {
    const sections = sectionsByFile(document);
    for (const { state, file, sourceFile } of document.translations) {
      const source = sections.get(sourceFile);
      const section = sections.get(file);
      if (source === undefined || section === undefined || state === "stale") continue;
      yield* compare(partsOf(section, source), partsOf(source, section), section);
    }
  },
};

function sectionsByFile({ pages }: Document): Map<string, Section> {
  return new Map(pages.flatMap((page) => page.sections).map((section) => [section.file, section]));
}

function* compare(here: readonly Part[], there: readonly Part[], { file }: Section): Generator<Finding> {
  const known = new Map(there.map((part) => [part.heading.id, part]));
  const own = new Set(here.map(({ heading }) => heading.id));
  for (const { heading } of there) {
    if (own.has(heading.id)) continue;
    const message = `Cannot find heading "#${heading.id}" of ${named(heading.place)}; add it, or write {#${heading.id}} behind the heading that translates it`;
    yield { message, place: here[0]?.heading.place ?? { file, line: 1, column: 1 } };
  }
  for (const part of here) {
    const { id, level, place } = part.heading;
    const other = known.get(id);
    if (other === undefined) {
      yield {
        message: `Heading "#${id}" is not in ${there[0]?.heading.place.file}; give it the id that it has there`,
        place,
      };
      continue;
    }
    if (other.heading.level !== level) {
      yield {
        message: `Heading "#${id}" has another level in ${named(other.heading.place)}; give it the same`,
        place,
      };
    }
    for (const kind of KINDS) yield* compareKind(kind, part, other);
  }
}

const KINDS = ["address", "figure", "link", "code", "number"] as const;
const NAMES = { address: "Address", figure: "Figure", link: "Link", code: "Code", number: "Number" };

function* compareKind(kind: Shared["kind"], here: Part, there: Part): Generator<Finding> {
  const own = here.shared.filter((one) => one.kind === kind);
  const others = there.shared.filter((one) => one.kind === kind);
  const extra = without(own, others, ({ key }) => key);
  const missing = without(others, own, ({ key }) => key);
  // As many here as there: each stands for one of them.
  const isPaired = extra.length === missing.length;
  for (const [index, { words, place }] of extra.entries()) {
    const other = isPaired ? missing[index] : undefined;
    const fault =
      other === undefined
        ? `is not below the heading in ${named(there.heading.place)}`
        : `stands for "${other.words}" of ${named(other.place)}`;
    yield { message: `${NAMES[kind]} "${words}" ${fault}; make them the same`, place };
  }
  if (isPaired) return;
  for (const { words, place } of missing) {
    const message = `${NAMES[kind]} "${words}" of ${named(place)} is missing below this heading; add it`;
    yield { message, place: here.heading.place };
  }
}

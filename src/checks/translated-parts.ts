import { placeOfFile } from "../content/files.ts";
import type { Block, Heading, Place, Section, Target } from "../model.ts";
import { candidates, numbersIn } from "./numbers.ts";

/** Something that a text and its translation both have. */
export interface Shared {
  readonly kind: "address" | "figure" | "link" | "code" | "number";
  /** The same in every language. */
  readonly key: string;
  /** As a message quotes it. */
  readonly words: string;
  readonly place: Place;
}

/** What stands below one heading, up to the next. */
export interface Part {
  readonly heading: Heading;
  readonly shared: readonly Shared[];
}

/**
 * A section heading by heading, with what must be the same in each language. What stands above the title is left out.
 * `other` is what it is compared with: only the two together tell what is one number.
 */
export function partsOf(section: Section, other: Section): Part[] {
  const known = new Set(other.blocks.flatMap((block) => candidates(proseOf(block))));
  const shared = [...addresses(section), ...figures(section), ...links(section), ...texts(section, known)];
  return section.headings.map((heading, index) => {
    const from = heading.place.line;
    const to = section.headings[index + 1]?.place.line ?? Number.POSITIVE_INFINITY;
    return { heading, shared: shared.filter(({ place: { line } }) => from <= line && line < to) };
  });
}

function addresses({ idMarks }: Section): Shared[] {
  const given = idMarks.filter(({ isPlaced }) => isPlaced);
  return given.map(({ id, place }) => ({ kind: "address", key: id, words: `{#${id}}`, place }));
}

function figures({ pictures }: Section): Shared[] {
  return pictures.map(({ address, file, place }) => ({
    kind: "figure",
    key: file ?? address,
    words: address,
    place,
  }));
}

function links({ links, language }: Section): Shared[] {
  return links.map(({ address, target, place }) => ({
    kind: "link",
    key: keyOf(target, language),
    words: address,
    place,
  }));
}

/** Where a link leads, whatever the language: a file of the site by its name. */
function keyOf(target: Target, language: string): string {
  switch (target.kind) {
    case "outside":
    case "contact":
      return target.address;
    case "fragment":
      return `#${target.id}`;
    case "file": {
      const name = placeOfFile(target.file, [language])?.name ?? target.file;
      return target.id === undefined ? name : `${name}#${target.id}`;
    }
    case "nothing":
    case "malformed":
    case "unsafe":
      return target.kind;
  }
}

function texts({ blocks }: Section, known: ReadonlySet<string>): Shared[] {
  return blocks.flatMap((block): Shared[] => {
    const { kind, text, place } = block;
    if (kind === "code") return [{ kind, key: text, words: text.split("\n")[0] ?? "", place }];
    return numbersIn(proseOf(block), known).map((number) => ({ kind: "number", ...number, place }));
  });
}

function proseOf({ kind, text, prose = text }: Block): string {
  return kind === "code" ? "" : prose;
}

import type { Token } from "markdown-it";
import type { RootContent } from "mdast";
import { addressOn, printedFiles } from "../../content/addresses.ts";
import { inLanguage } from "../../content/page-plans.ts";
import { splitFrontMatter } from "../../content/split-front-matter.ts";
import { exportPath } from "../../diagrams/export-path.ts";
import { isFlowFile } from "../../diagrams/flow.ts";
import { readFlow } from "../../diagrams/read-flow.ts";
import { parseMarkdown } from "../../markdown/markdown.ts";
import { fold, wordsOf } from "../../markdown/words.ts";
import type { Document, Page, Picture, PictureFault, Section, Target } from "../../model.ts";
import type { Words } from "../../printing/words.ts";
import { absoluteAddress } from "../addresses.ts";
import { partsAsWritten } from "./as-written.ts";
import { blocksOf } from "./blocks.ts";
import { flowBlocks, type ShownFlow } from "./flows.ts";

/** What a heading is called on the page, and its words, where its node does not tell them. */
export interface MadeHeading {
  readonly id: string;
  readonly words?: string;
}

export interface SectionOptions {
  readonly document: Document;
  readonly page: Page;
  readonly words: Words;
  /** Where places are printed. */
  readonly addressOf: (target: Target, section: Section) => string | undefined;
  readonly onHeading: (node: RootContent, heading: MadeHeading) => void;
  readonly isLinked: (id: string) => boolean;
}

/** Where a link of a section leads in a copy of its page: within it, or to an address that holds anywhere. */
export function addressInCopy(
  { site }: Document,
  page: Page,
): (target: Target, section: Section) => string | undefined {
  const printed = printedFiles(site);
  return (target, { language }) => {
    const address = addressOn(page.path, inLanguage(page.language, language, target), printed);
    return address === undefined ? undefined : absoluteAddress(address, page, site.address);
  };
}

/** The text of a section, taken from its file, or read again from it: what is kept of it is printed already. */
export function sectionBlocks(section: Section, options: SectionOptions): RootContent[] {
  const { document, page, addressOf, onHeading } = options;
  const { body } = splitFrontMatter(document.sources.get(section.file) ?? "", section.file);
  const shift = page.layout === "explainer" && section !== page.sections[0] ? 1 : 0;
  const asWritten = partsAsWritten(body, section, {
    shift,
    addressOf,
    onHeading: (node, { id, text }) => onHeading(node, { id, words: text }),
  });
  return asWritten ?? blocksWrittenAnew(section, body, shift, options);
}

function blocksWrittenAnew(
  section: Section,
  body: string,
  shift: 0 | 1,
  options: SectionOptions,
): RootContent[] {
  const { words, addressOf, onHeading } = options;
  const { tokens } = parseMarkdown(body, {
    file: section.file,
    language: section.language,
    lines: body.split("\n"),
    docId: section.name,
    shift,
    words,
    aliases: new Map(),
    address: (target) => addressOf(target, section),
    allowances: [],
    languageMarks: [],
    idMarks: [],
    definitions: [],
    undefinedLinks: [],
  });
  return blocksOf(tokens, {
    onHeading: (node, id) => onHeading(node, { id }),
    isLinked: options.isLinked,
    noteName: ({ meta }) => `${section.name}-${Number(meta.id) + 1}`,
    pictureAddress: (image) => pictureAddress(image, options),
    flowBlocks: (images) => {
      const shown = images.flatMap((image) => shownFlow(image, options) ?? []);
      return shown.length < images.length ? undefined : flowBlocks(shown, section.language, words);
    },
  });
}

function pictureAddress(image: Token, { document, page }: SectionOptions): string | undefined {
  const { site, pictures } = document;
  const file: string | undefined = image.meta.file;
  if (file === undefined) return image.attrGet("src") ?? undefined;
  if (isFlowFile(file)) return `${site.address}/${exportPath(file, page.language, site.languages, "png")}`;
  return addressOfPicture(pictures.get(file), site.address);
}

/** The largest one in the format that every browser shows. */
export function addressOfPicture(
  picture: Picture | PictureFault | undefined,
  address: string,
): string | undefined {
  if (picture?.kind !== "picture") return undefined;
  const largest = picture.sources.at(-1)?.variants.at(-1);
  return largest === undefined ? undefined : `${address}/${largest.path}`;
}

function shownFlow(image: Token, options: SectionOptions): ShownFlow | undefined {
  const { document } = options;
  const file: string = image.meta.file ?? "";
  const address = pictureAddress(image, options);
  if (!document.flows.has(file) || address === undefined) return undefined;
  const { flow } = readFlow(document.sources.get(file) ?? "", file, document.site.languages);
  const alternative = fold(wordsOf(image.children ?? []));
  return flow === undefined ? undefined : { flow, address, alternative };
}

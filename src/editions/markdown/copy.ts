import GithubSlugger from "github-slugger";
import type { RootContent } from "mdast";
import type { Document, Page } from "../../model.ts";
import { canonicalOf } from "../../printing/published.ts";
import { notesOf } from "../../printing/translated.ts";
import type { Words } from "../../printing/words.ts";
import { absoluteAddress } from "../addresses.ts";
import { listBlocks } from "./lists.ts";
import { anchor, linked, paragraph, text } from "./nodes.ts";
import { addressInCopy, addressOfPicture, type MadeHeading, sectionBlocks } from "./section.ts";
import { textOf, writeMarkdown } from "./write.ts";

/** A page as one Markdown text that reads well by itself, wherever it is taken. */
export function copyPage(page: Page, document: Document, words: Words): string {
  const { site } = document;
  const headings = new Map<RootContent, MadeHeading>();
  const addressOf = addressInCopy(document, page);
  const linkedIds = idsLinkedIn(page, addressOf);
  const isLinked = (id: string): boolean => linkedIds.has(id);
  const notes = notesOf(page, document, words);
  const children = page.sections.flatMap((section): RootContent[] => {
    const note = notes.get(section.name);
    const shown = section.shown;
    return [
      ...(note === undefined
        ? []
        : [
            paragraph(
              text(`${note.text} `),
              linked(note.name, absoluteAddress(note.href, page, site.address)),
            ),
          ]),
      ...sectionBlocks(section, {
        document,
        page,
        words,
        addressOf,
        onHeading: (node, heading) => void headings.set(node, heading),
        isLinked,
      }),
      ...(shown === undefined
        ? []
        : listBlocks(shown, {
            site,
            language: page.language,
            words,
            isLinked,
            portraitAddress: ({ picture }) => addressOfPicture(picture, site.address),
          })),
    ];
  });
  const blocks = [...withAnchors(children, headings, isLinked), ...colophon(page, document, words)];
  return writeMarkdown({ type: "root", children: blocks });
}

function idsLinkedIn(page: Page, addressOf: ReturnType<typeof addressInCopy>): ReadonlySet<string> {
  const addresses = page.sections.flatMap((section) =>
    section.links.flatMap(({ target }) => addressOf(target, section) ?? []),
  );
  const own = addresses.filter((address) => address.startsWith("#"));
  const terms = page.sections.flatMap(({ shown }) => (shown?.kind === "terms" ? shown.terms : []));
  return new Set([
    ...own.map((address) => decodeURI(address.slice(1))),
    ...terms.flatMap(({ see }) => see.map(({ id }) => id)),
  ]);
}

/** Where a link leads to a heading whose id no reader of Markdown would make of its words, a place is marked above it. */
function withAnchors(
  children: readonly RootContent[],
  headings: ReadonlyMap<RootContent, MadeHeading>,
  isLinked: (id: string) => boolean,
): RootContent[] {
  const slugger = new GithubSlugger();
  return children.flatMap((node): RootContent[] => {
    const heading = headings.get(node);
    // Also those of lists are counted.
    if (heading === undefined && node.type !== "heading") return [node];
    const made = slugger.slug(heading?.words ?? textOf(node));
    return heading === undefined || heading.id === made || !isLinked(heading.id)
      ? [node]
      : [paragraph(anchor(heading.id)), node];
  });
}

/** Where the text comes from, and what may be done with it. */
function colophon({ path }: Page, { site }: Document, words: Words): RootContent[] {
  const home = canonicalOf(site.address, path);
  const origin = paragraph(text(`${words.copyOf} `), linked(home, home));
  if (site.licence === undefined) return [{ type: "thematicBreak" }, origin];
  const { name, url } = site.licence;
  return [{ type: "thematicBreak" }, origin, paragraph(text(`${words.licence} `), linked(name, url))];
}

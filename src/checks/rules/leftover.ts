import type { Block, Document } from "../../model.ts";
import { locate } from "../locate.ts";
import type { Finding, Rule } from "../rule.ts";

// What people leave in a text for themselves or for each other. Most of it is plain English, German or Spanish too
// ("what is left to do", "bitte beachten", "todo"), so it counts only as a mark of its own: in capitals, before a
// colon, in brackets, or as a whole paragraph.
const MARKS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\bTODO\b|\b[Tt]o[ -]?[Dd]o:|^[Tt]o[ -]?[Dd]o[.!]?$/, what: "a to-do" },
  { pattern: /\b(?:FIXME|XXX|TBD|TBA|TBC|WIP)\b/, what: "a mark of unfinished work" },
  { pattern: /\?\?\?|\(\?\)|\[\?\]/, what: "an open question" },
  // With its note it would be a number.
  { pattern: /\[\^[^\s\]]+\]/, what: "a footnote whose note is missing" },
  { pattern: /\blorem ipsum\b/i, what: "filler text" },
  { pattern: /(?:^|[\s([])@[a-z][\w-]*\b/i, what: "a note to a colleague" },
  {
    pattern:
      /[([](?:please|bitte) (?:add|check|confirm|fill in|review|update|verify|ergänzen|klären|prüfen)\b[^)\]]*[)\]]/i,
    what: "a note to a colleague",
  },
  {
    pattern:
      /[([](?:fehlt noch|noch offen|to be continued|coming soon)\b[^)\]]*[)\]]|^(?:fehlt noch|noch offen|to be continued|coming soon)[\s.!…]*$/i,
    what: "a mark of unfinished work",
  },
];

/** Most blocks hold none of them, and to look for all at once takes a third of the time. */
const ANY = new RegExp(MARKS.map(({ pattern }) => pattern.source).join("|"), "i");

/** Unfinished text never gets published by accident. */
export const leftover: Rule = {
  name: "leftover",
  mayBeAllowed: true,
  *check({ document }) {
    for (const { blocks, emptyItems } of document.pages.flatMap((page) => page.sections)) {
      for (const block of blocks) if (block.kind !== "code") yield* findMarks(block, document);
      for (const place of emptyItems)
        yield { message: "This list item is empty; fill it, or take it away", place };
    }
  },
};

function* findMarks(block: Block, document: Document): Generator<Finding> {
  const words = block.prose ?? block.text;
  if (!ANY.test(words)) return;
  for (const { pattern, what } of MARKS) {
    const found = pattern.exec(words)?.[0].trim();
    if (found === undefined) continue;
    const place = locate(found, block, document.sources.get(block.place.file) ?? "");
    yield { message: `"${found}" looks like ${what}; finish the passage, or take it out`, place };
  }
}

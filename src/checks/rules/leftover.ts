import type { Block, Document } from "../../model.ts";
import { locate } from "../locate.ts";
import type { Finding, Rule } from "../rule.ts";

// What people leave in a text for themselves or for each other. Most of it is plain English, German or Spanish too
// ("what is left to do", "bitte beachten", "todo"), so it counts only as a mark of its own: in capitals, before a
// colon, in brackets, or as a whole paragraph.
const MARKS: readonly { readonly pattern: RegExp; readonly what: string; readonly wayOut?: string }[] = [
  { pattern: /\bTODO\b|\b[Tt]o[ -]?[Dd]o:|^[Tt]o[ -]?[Dd]o[.!]?$/, what: "a to-do" },
  { pattern: /\b(?:FIXME|XXX|TBD|TBA|TBC|WIP)\b/, what: "a mark of unfinished work" },
  { pattern: /\?\?\?|\(\?\)|\[\?\]/, what: "an open question" },
  // With its note it would be a number.
  { pattern: /\[\^[^\s\]]+\]/, what: "a footnote whose note is missing" },
  // Nothing is a link whose address has a space in it.
  {
    pattern: /!?\[[^[\]]*\]\((?:[^()]*\.(?:avif|gif|jpe?g|md|png|svg|webp|yaml)\b|https?:\/\/)[^()]*\)/i,
    what: "a link that cannot be read",
    wayOut: "put an address with spaces into angle brackets: [words](<a file.md>)",
  },
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
  for (const { pattern, what, wayOut = "finish the passage, or take it out" } of MARKS) {
    const found = pattern.exec(words)?.[0].trim();
    if (found === undefined) continue;
    const place = locate(found, block, document.sources.get(block.place.file) ?? "");
    yield { message: `"${found}" looks like ${what}; ${wayOut}`, place };
  }
}

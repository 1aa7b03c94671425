// The parser tells what it has met in words for those who write parsers. Here they become words for editors, at the
// place that the editor has to change.

import { type Document, isScalar, visit, type YAMLError } from "yaml";

/** A part of a YAML text that cannot be read. Offsets into the text. */
export interface BrokenPart {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What keeps a text from being read: broken YAML, and aliases, which can make a small file huge. */
export function brokenParts(document: Document, text: string): BrokenPart[] {
  const errors = document.errors.map((error) => explain(error, text));
  if (errors.length === 0) return aliases(document);
  const open = openQuotation(document, text);
  // One slip often makes the parser stumble several times: the first of each line is enough, and what follows a
  // quotation mark that is not closed says nothing.
  const parts = open === undefined ? errors : [...errors.filter(({ start }) => start < open.start), open];
  const lineOf = (offset: number): number => text.lastIndexOf("\n", offset - 1);
  return parts.filter(({ start }, index) => {
    return parts.findIndex((other) => lineOf(other.start) === lineOf(start)) === index;
  });
}

function aliases(document: Document): BrokenPart[] {
  const parts: BrokenPart[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      const [start, end] = range ?? [0, 1];
      const message = `Cannot use "*${source}" here; put a text that begins with "*" in quotation marks, and write out what is repeated`;
      parts.push({ message, start, end });
    },
  });
  return parts;
}

const OPEN = "Cannot find the closing quotation mark in this line; add it";

/** A text in quotation marks that runs over several lines, in a file that cannot be read: its end was forgotten. */
function openQuotation(document: Document, text: string): BrokenPart | undefined {
  let found: BrokenPart | undefined;
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || !node.type?.startsWith("QUOTE") || !node.range) return undefined;
      const [start, end] = node.range;
      if (!text.slice(start, end).trimEnd().includes("\n")) return undefined;
      found = { message: OPEN, start, end };
      return visit.BREAK;
    },
  });
  return found;
}

function explain({ code, message, pos: [start, end] }: YAMLError, text: string): BrokenPart {
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  const word = /^[^\s:]*/.exec(line)?.[0] ?? "";
  const part = (said: string, length = Math.max(1, end - start)): BrokenPart => ({
    message: said,
    start,
    end: start + length,
  });
  switch (code) {
    case "TAB_AS_INDENT":
      return part("Cannot indent with a tab; use spaces");
    case "DUPLICATE_KEY":
      return part(`The key "${word}" is given twice; keep one of them`, word.length);
    case "BAD_SCALAR_START":
      return part(`A text cannot begin with "${line[0]}"; put it in quotation marks`, line.length);
    case "NON_STRING_KEY":
      return part("A text cannot begin with a bracket or a brace; put it in quotation marks");
    case "MULTIPLE_DOCS":
      return part('Cannot use "---" here; take the line away', 3);
    case "BAD_DQ_ESCAPE":
      return part(`Cannot use "${line.slice(0, 2)}" between double quotation marks; use single ones`, 2);
    case "BLOCK_AS_IMPLICIT_KEY":
      // Either `title: Push: how` or a line below that is indented as if it belonged to this text.
      return line.includes(": ")
        ? part('A text with ": " in it needs quotation marks; add them', line.length)
        : part("The next line is indented too far; start it below the key of this one", line.length);
    case "MULTILINE_IMPLICIT_KEY":
      return /:\S/.test(line)
        ? part('Cannot find a space after the ":"; add it', line.length)
        : part(`Cannot find a ":" after "${line.trimEnd()}"; write "key: value"`, line.length);
    case "MISSING_CHAR": {
      const quote = /^Missing closing (["'])/.exec(message)?.[1];
      if (quote !== undefined)
        return { message: OPEN, start: text.lastIndexOf(quote, start - 1), end: start };
      return message.startsWith("Implicit")
        ? part(`Cannot find a ":" after "${line.trimEnd()}"; write "key: value"`, line.length)
        : part('Cannot find the "- " at the start of this line; add it', line.length);
    }
    case "BAD_INDENT":
      return message.startsWith("Flow")
        ? part(`Cannot find the "${message.at(-1)}" that belongs before this; add it`)
        : part("This line starts in a column of its own; start it below the others of its list");
    case "UNEXPECTED_TOKEN":
      if (/["']/.test(text[start - 1] ?? "")) {
        return part(
          "Cannot read what follows the closing quotation mark; put the other kind around the text",
        );
      }
      break;
  }
  return part(`Cannot read this as YAML: ${message.split("\n")[0]}`);
}

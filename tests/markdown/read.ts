import { type Parsed, parseMarkdown, renderMarkdown } from "../../src/markdown/markdown.ts";

const WORDS = {
  linkTo: "Link to “{}”",
  backToText: "Back to the text",
  table: "Table",
  code: "Code",
  codeIn: "Code: {}",
  note: "Note",
  warning: "Warning",
};

/** Parses a text as the section `why` of a page, without a site around it: links to files keep their file. */
export function parse(
  text: string,
  { shift = 1 as 0 | 1, aliases = new Map<string, string[]>() } = {},
): Parsed {
  return parseMarkdown(text, {
    file: "content/en/why.md",
    lines: text.split("\n"),
    docId: "why",
    shift,
    words: WORDS,
    aliases,
    address: (target) => {
      switch (target.kind) {
        case "outside":
        case "contact":
          return target.address;
        case "fragment":
          return `#${encodeURI(target.id)}`;
        case "file":
          return encodeURI(target.id === undefined ? target.file : `${target.file}#${target.id}`);
        default:
          return undefined;
      }
    },
    allowances: [],
  });
}

export function toHtml(text: string, options: { shift?: 0 | 1 } = {}): string {
  return renderMarkdown(parse(text, options), new Map(), (path) => path);
}

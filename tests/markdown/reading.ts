import { type Made, parseMarkdown, renderMarkdown } from "../../src/markdown/markdown.ts";
import type { Reading } from "../../src/markdown/reading.ts";
import type { Outline, Picture, Target } from "../../src/model.ts";

/** The words of the interface that Markdown uses. */
const WORDS: Reading["words"] = {
  linkTo: "Link to: {}",
  backToText: "Back to the text",
  table: "Table",
  code: "Code",
  codeIn: "Code: {}",
  note: "Note",
  tip: "Tip",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
};

const FILE = "content/en/guide.md";

/** What a text needs to be read as `content/en/guide.md` of a small site that also has a `faq.md` and a tutorial. */
export function readingOf(text: string, reading: Partial<Reading> = {}): Reading {
  return {
    file: FILE,
    language: "en",
    lines: text.split("\n"),
    docId: "guide",
    shift: 0,
    words: WORDS,
    aliases: new Map(),
    address,
    allowances: [],
    languageMarks: [],
    idMarks: [],
    definitions: [],
    undefinedLinks: [],
    ...reading,
  };
}

function address(target: Target): string | undefined {
  switch (target.kind) {
    case "outside":
    case "contact":
      return target.address;
    case "fragment":
      return `#${encodeURI(target.id)}`;
    case "file":
      if (target.file === FILE || target.file === "content/en/faq.md") {
        return `#${encodeURI(target.id ?? (target.file === FILE ? "guide" : "faq"))}`;
      }
      return target.file === "content/en/pages/tutorial.md" ? "tutorial.html" : undefined;
    case "nothing":
    case "malformed":
    case "unsafe":
      return undefined;
  }
}

const variants = (type: string, widths: readonly number[]): Picture["sources"][number] => ({
  type: `image/${type}`,
  variants: widths.map((width) => ({
    path: `images/lamp-${width}.${type}`,
    width,
    height: width / 2,
    bytes: width,
    cached: "",
  })),
});

/** The one picture that the small site has. */
const PICTURES: ReadonlyMap<string, Picture> = new Map([
  [
    "images/lamp.png",
    {
      kind: "picture",
      original: "images/lamp.png",
      width: 800,
      height: 400,
      sources: [variants("avif", [400, 800]), variants("png", [400, 800])],
    },
  ],
]);

export const MADE: Made = { pictures: PICTURES, flows: new Map() };

export function printed(text: string, reading: Partial<Reading> = {}): { outline: Outline; html: string } {
  const parsed = parseMarkdown(text, readingOf(text, reading));
  return { outline: parsed.outline, html: renderMarkdown(parsed, MADE, (path) => path) };
}

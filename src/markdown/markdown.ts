import MarkdownIt, { type Token } from "markdown-it";
import type { DrawnFlow } from "../diagrams/flow.ts";
import type { Outline, Picture } from "../model.ts";
import { anchors } from "./anchors.ts";
import { code } from "./code.ts";
import { definitions } from "./definitions.ts";
import { figures } from "./figures.ts";
import { flows, placeFlows } from "./flows.ts";
import { footnotes } from "./footnotes.ts";
import { givenIds } from "./given-ids.ts";
import { headings } from "./headings.ts";
import { idMarks } from "./id-marks.ts";
import { languageMarks } from "./language-marks.ts";
import { links } from "./links.ts";
import { markup } from "./markup.ts";
import { notes } from "./notes.ts";
import { readOutline } from "./outline.ts";
import { pictures, placePictures } from "./pictures.ts";
import { rememberPositions } from "./positions.ts";
import { quotations } from "./quotations.ts";
import type { Reading } from "./reading.ts";
import { tables } from "./tables.ts";

// Every rule that we add to CommonMark, in the order in which they run over the tokens, but for footnotes: they are
// gathered after `markup`, when it is known what is a note, a figure (its caption may refer to a footnote) or a comment.
const RULES = [
  rememberPositions,
  footnotes,
  notes,
  idMarks,
  figures,
  definitions,
  markup,
  languageMarks,
  quotations,
  givenIds,
  pictures,
  flows,
  tables,
  headings,
  anchors,
  links,
  code,
];

// `html` only makes raw HTML visible to the rule that reports it. `linkify` and `typographer` would change words
// that their author can write as they are meant.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
for (const rule of RULES) markdown.use(rule);

export interface Parsed {
  readonly tokens: Token[];
  readonly outline: Outline;
  readonly reading: Reading;
}

/** Text to tokens, and what they say. `reading.lines` must be the lines of the same text. */
export function parseMarkdown(text: string, reading: Reading): Parsed {
  const tokens = markdown.parse(text, reading);
  return { tokens, outline: readOutline(tokens, reading), reading };
}

/** What was made of the files that a text shows as pictures. */
export interface Made {
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly flows: ReadonlyMap<string, DrawnFlow>;
}

/** Tokens to HTML. */
export function renderMarkdown(
  { tokens, reading }: Parsed,
  made: Made,
  href: (path: string) => string,
  options: { eager?: number } = {},
): string {
  const { renderer } = markdown;
  placePictures(tokens, made.pictures, href, options);
  placeFlows(tokens, made.flows, reading, (line) => renderer.renderInline(line, markdown.options, reading));
  return renderer.render(tokens, markdown.options, reading);
}

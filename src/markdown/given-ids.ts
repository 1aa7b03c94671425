import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { aliasesFor } from "./anchors.ts";
import { mayHoldMarks, placeOf, printMark } from "./id-marks.ts";
import type { Reading } from "./reading.ts";
import type { State } from "./state.ts";
import { fill, fold, wordsOf } from "./words.ts";

/**
 * Places that others may want to link to are given an id, and show a link to themselves as headings do:
 *
 *     Words that are worth citing. {#worth-citing}
 *
 * In an item, a quotation or a note it is for all of it, in a cell for its row, behind a picture for the figure.
 */
export function givenIds(md: MarkdownIt): void {
  md.core.ruler.push("given_ids", (state) => {
    const { src, tokens } = state;
    if (!mayHoldMarks(src)) return;
    const reading = state.env as Reading;
    // Each once: a check reports those that want the same.
    const taken = new Set([reading.docId]);
    const open: Token[] = [];
    for (const [index, token] of tokens.entries()) {
      if (token.nesting > 0) open.push(token);
      if (token.nesting < 0) open.pop();
      if (token.type !== "inline") continue;
      const mark: Token | undefined = open.at(-1)?.meta?.given;
      if (mark !== undefined) {
        const element = elementFor(open, tokens[index - 2]);
        const isPlaced = element !== undefined && element.attrGet("id") === null;
        const id: string = mark.meta.written;
        reading.idMarks.push({ id, isPlaced, place: mark.meta.place });
        if (isPlaced && !taken.has(id)) place(state, element, token, { id, within: open });
        taken.add(id);
      }
      for (const child of token.children ?? []) {
        for (const lost of marksWithin(child)) {
          // In the words that stand for a picture, offsets are those of the words: the picture is pointed at.
          const place = placeOf(child, token, reading);
          reading.idMarks.push({ id: lost.meta.written, isPlaced: false, place });
          printMark(lost);
        }
      }
    }
  });
}

function marksWithin(token: Token): Token[] {
  return token.type === "id_mark" ? [token] : (token.children ?? []).flatMap(marksWithin);
}

/** What a mark is for; `before` is the token before the block that it stands in. */
function elementFor(open: readonly Token[], before: Token | undefined): Token | undefined {
  const [beyond, around, block] = [open.at(-3), open.at(-2), open.at(-1)];
  switch (around?.type) {
    case "blockquote_open":
      return beyond?.type === "quote_open" ? beyond : around;
    case "note_open":
    case "quote_open":
    case "tr_open":
      return around;
    case "list_item_open":
      return before === around && block?.type !== "figure_open" ? around : block;
    default:
      return block;
  }
}

interface Given {
  readonly id: string;
  /** What is open where the mark stands. */
  readonly within: readonly Token[];
}

function place(state: State, element: Token, inline: Token, given: Given): void {
  element.attrSet("id", given.id);
  inline.meta = { ...inline.meta, givenId: given.id };
  const isFigure = element.type === "figure_open";
  const words = isFigure ? inline : firstWords(state.tokens, element, inline);
  const link = [...aliasesFor(state, given.id), ...linkTo(state, words, given)];
  if (isFigure) words.children?.push(...link);
  else words.children?.unshift(...link);
}

/** A link beside a place, without words: its sign would be one of those of the place. */
function linkTo({ Token, env }: State, { children }: Token, { id, within }: Given): Token[] {
  const { language, words } = env as Reading;
  const open = new Token("anchor_open", "a", 1);
  open.meta = { id };
  open.attrs = [
    ["class", "anchor anchor--place"],
    ["href", `#${encodeURI(id)}`],
    ["aria-label", fill(words.linkTo, beginning(fold(wordsOf(children ?? []))))],
  ];
  // It is called something in the language of the page.
  if (within.some((token) => token.attrGet("lang") !== null)) open.attrSet("lang", language);
  return [open, new Token("anchor_close", "a", -1)];
}

const MOST_WORDS = 8;

function beginning(text: string): string {
  const words = text.split(" ");
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(" ")} …` : text;
}

/** The first line of words of an element that is neither a heading's nor a figure's. */
function firstWords(tokens: readonly Token[], element: Token, inline: Token): Token {
  for (let at = tokens.indexOf(element) + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type !== "inline" || tokens[at - 1]?.type === "heading_open") continue;
    if (token.children?.[0]?.meta?.standsAlone !== true) return token;
  }
  return inline;
}

import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Place } from "../model.ts";
import { inlinePlace, offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import type { InlineState, State } from "./state.ts";
import { wordsOf } from "./words.ts";

/**
 * `{#id}` at the end of a block of words, after a space or in a line of its own, is for the block; in a quotation also
 * at the end of a line of it. The mark is taken off the words and kept in `meta.given` of what opens the block, with
 * `given-ids` to put it into place. All that stands elsewhere is left for it to report, but in headings, which know
 * marks of their own.
 */
export function idMarks(md: MarkdownIt): void {
  md.inline.ruler.before("link", "id_mark", readMark);
  md.core.ruler.before("footnote_tail", "id_marks", takeMarks);
}

const MARK = /\{#([^{}\n]*)\}/y;

function readMark(state: InlineState, silent: boolean): boolean {
  MARK.lastIndex = state.pos;
  const [mark, written] = MARK.exec(state.src) ?? [];
  if (mark === undefined) return false;
  if (!silent) {
    const token = state.push("id_mark", "", 0);
    token.content = mark;
    token.meta = { ...token.meta, written };
  }
  state.pos += mark.length;
  return true;
}

/** Most texts have none, and are not looked through for them. */
export function mayHoldMarks(text: string): boolean {
  return text.includes("{#");
}

/** What a plain id is made of, for who has to write another one. */
export const PLAIN_SIGNS = 'take letters, digits, "-", "_" and "."';

/** Letters of every language, but no sign that an address would encode or take for its end. */
export function isPlainId(id: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(id);
}

/** Makes words of a mark again. */
export function printMark(mark: Token): void {
  mark.type = "text";
}

function takeMarks({ src, tokens, env }: State): void {
  if (!mayHoldMarks(src)) return;
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.nesting > 0) open.push(token);
    if (token.nesting < 0) open.pop();
    const [block, around] = [open.at(-1), open.at(-2)];
    if (token.type !== "inline" || block === undefined) continue;
    if (block.type === "heading_open") marksIn(token).forEach(printMark);
    const mark = marksIn(token).find((one) => endsBlock(one, token, around?.type === "blockquote_open"));
    if (mark === undefined) continue;
    block.meta = { ...block.meta, given: mark };
    mark.meta.place = placeOf(mark, token, env as Reading);
    takeOut(mark, token);
  }
}

/** Where a mark stands: `inline` must still hold what was written. */
export function placeOf(mark: Token, inline: Token, reading: Reading): Place {
  return inlinePlace(reading, inline, offsetOf(mark), mark.type === "image" ? 2 : mark.content.length);
}

function marksIn({ children }: Token): Token[] {
  return (children ?? []).filter(({ type }) => type === "id_mark");
}

function endsBlock(mark: Token, { children }: Token, isQuoted: boolean): boolean {
  const at = children?.indexOf(mark) ?? -1;
  const before = children?.[at - 1];
  const standsApart = before?.type === "text" ? /\s$/.test(before.content) : isBreak(before);
  const [words, rest] = [children?.slice(0, at) ?? [], children?.slice(at + 1) ?? []];
  const marksSomething = words.some((token) => token.type === "image" || wordsOf([token]).trim() !== "");
  const isLast = rest.every(saysNothing) || (isQuoted && isBreak(rest.find((token) => !isBlank(token))));
  return isPlainId(mark.meta.written) && standsApart && marksSomething && isLast;
}

function isBreak(token: Token | undefined): boolean {
  return token?.type === "softbreak" || token?.type === "hardbreak";
}

function isBlank({ type, content }: Token): boolean {
  return type === "language_mark" || (type === "text" && content.trim() === "");
}

function saysNothing(token: Token): boolean {
  return isBlank(token) || isBreak(token);
}

/** Takes a mark out with the white space before it. */
function takeOut(mark: Token, inline: Token): void {
  const children = inline.children ?? [];
  const at = children.indexOf(mark);
  const before = children[at - 1];
  if (before?.type === "text") before.content = before.content.trimEnd();
  // A figure looks at the end of what was written for its caption.
  if (at === children.length - 1) inline.content = inline.content.slice(0, offsetOf(mark)).trimEnd();
  const isGone = isBreak(before) || before?.content === "";
  children.splice(isGone ? at - 1 : at, isGone ? 2 : 1);
}

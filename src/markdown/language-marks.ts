import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { directionOf, isLanguage } from "../language.ts";
import { inlinePlace, offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import type { InlineState, State } from "./state.ts";
import { wordsOf } from "./words.ts";

/**
 * Words in another language than their file say so, for voices and for hyphens:
 *
 *     They call it [Feierabend]{lang=de}, [and so on](faq.md){lang=en}.
 *
 *     Ein ganzer Absatz. {lang=de}
 *
 * In a quotation a mark at the end of a line holds for all of it, but for the line that says whose words they are.
 */
export function languageMarks(md: MarkdownIt): void {
  md.inline.ruler.before("link", "language_span", readSpan);
  md.inline.ruler.before("link", "language_mark", readMark);
  md.core.ruler.push("language_marks", placeMarks);
}

const MARK = /\{lang=([^{}\n]*)\}/y;

/** What stands behind `lang=` in a mark at an offset, and where the mark ends. */
function markAt(text: string, offset: number): { written: string; end: number } | undefined {
  MARK.lastIndex = offset;
  const written = MARK.exec(text)?.[1];
  return written === undefined ? undefined : { written, end: MARK.lastIndex };
}

function readMark(state: InlineState, silent: boolean): boolean {
  const mark = markAt(state.src, state.pos);
  if (mark === undefined) return false;
  if (!silent) {
    const token = state.push("language_mark", "", 0);
    token.meta = { ...token.meta, written: mark.written };
  }
  state.pos = mark.end;
  return true;
}

/** The words in brackets before a mark; the mark itself is read next. */
function readSpan(state: InlineState, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "[") return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  const mark = end < 0 ? undefined : markAt(src, end + 1);
  // All the words of a link, `[[words]{lang=de}](faq.md)`: markdown-it would not take the link for one.
  if (mark === undefined || (src[pos - 1] === "[" && src[mark.end] === "]")) return false;
  if (!silent) {
    state.push("language_span_open", "span", 1);
    [state.pos, state.posMax] = [pos + 1, end];
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("language_span_close", "span", -1);
  }
  state.pos = end + 1;
  return true;
}

/** Puts languages on what the marks mean, and keeps the marks for the check. */
function placeMarks(state: State): void {
  const reading = state.env as Reading;
  if (!state.src.includes("{lang=")) return;
  const open: Token[] = [];
  for (const token of state.tokens) {
    if (token.nesting > 0) open.push(token);
    if (token.nesting < 0) open.pop();
    if (token.type !== "inline") continue;
    const [block, around] = [open.at(-1), open.at(-2)];
    const quotation = block?.tag === "p" && around?.type === "blockquote_open" ? around : undefined;
    let at = 0;
    for (const mark of (token.children ?? []).filter(({ type }) => type === "language_mark")) {
      // What has been taken out before it, a mark and white space, has moved it forwards.
      at = token.children?.indexOf(mark, Math.max(0, at - 1)) ?? 0;
      const language: string = mark.meta.written;
      const words = wordsBefore(at, token);
      const isPlaced = words !== undefined || endsBlock(at, token, quotation !== undefined);
      const place = inlinePlace(reading, token, offsetOf(mark), `{lang=${language}}`.length);
      reading.languageMarks.push({ language, isPlaced, place });
      if (!isPlaced) Object.assign(mark, { type: "text", content: `{lang=${language}}` });
      else takeOut(at, mark, token);
      if (!isPlaced || !isLanguage(language)) continue;
      const marked = words ?? quotation ?? elementFor(state, block, token);
      marked.attrSet("lang", language);
      const direction = directionOf(language);
      if (direction !== directionOf(reading.language)) marked.attrSet("dir", direction);
    }
  }
}

/** What opens the span, the link or the emphasis that a mark stands behind. */
function wordsBefore(end: number, { children }: Token): Token | undefined {
  let at = end - 1;
  // markdown-it leaves empty texts behind where `**` was.
  while (children?.[at]?.type === "text" && children[at]?.content === "") at--;
  const close = children?.[at];
  if (close === undefined || close.nesting >= 0) return undefined;
  let open: Token | undefined = close;
  while (open !== undefined && !(open.nesting > 0 && open.level === close.level)) open = children?.[--at];
  return open;
}

/** Whether a mark stands apart from words before it, with nothing behind it: in a quotation, nothing in its line. */
function endsBlock(at: number, { children }: Token, isQuoted: boolean): boolean {
  const [before, after] = [children?.[at - 1], children?.[at + 1]];
  const standsApart = before?.type === "text" ? /\s$/.test(before.content) : isBreak(before);
  const isLast = after === undefined || (isQuoted && isBreak(after));
  // The first token has words nearly always, and there may be thousands.
  const hasWords = (token: Token, index: number): boolean => index < at && wordsOf([token]).trim() !== "";
  return standsApart && isLast && children?.some(hasWords) === true;
}

function isBreak(token: Token | undefined): boolean {
  return token?.type === "softbreak" || token?.type === "hardbreak";
}

/** Takes a mark out with the white space before it. */
function takeOut(at: number, mark: Token, inline: Token): void {
  const children = inline.children ?? [];
  const before = children[at - 1];
  if (before?.type === "text") before.content = before.content.trimEnd();
  // A heading looks at the end of what was written for its id.
  if (at === children.length - 1) inline.content = inline.content.slice(0, offsetOf(mark)).trimEnd();
  children.splice(isBreak(before) ? at - 1 : at, isBreak(before) ? 2 : 1);
}

/** What holds the words of a block: itself, or a span where nothing of it is printed, or other rules make it anew. */
function elementFor({ Token }: State, block: Token | undefined, inline: Token): Token {
  if (block !== undefined && !block.hidden && /^(?:p|h[1-6])$/.test(block.tag)) return block;
  const open = new Token("language_span_open", "span", 1);
  inline.children = [open, ...(inline.children ?? []), new Token("language_span_close", "span", -1)];
  return open;
}

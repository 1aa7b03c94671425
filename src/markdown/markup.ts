import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Allowance, Place } from "../model.ts";
import { blockPlace, inlinePlace, offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";

const MEANT = /^\s*allow\b/i;
const ALLOWANCE = /^\s*allow\s+([a-z-]+)\s*(?::(.*))?$/s;

/**
 * Raw HTML never reaches the page: a comment vanishes, `<!-- allow leftover: reason -->` is kept as an
 * allowance for the block below it, and anything else stays to be reported and shows as the text it is.
 */
export function markup(md: MarkdownIt): void {
  md.core.ruler.before("footnote_tail", "markup", (state) => {
    const reading = state.env as Reading;
    const kept: Token[] = [];
    let waiting: { token: Token; comment: string }[] = [];
    for (const token of state.tokens) {
      for (const child of token.children ?? []) hideComments(child, token, reading);
      const comments = token.type === "html_block" ? readComments(token.content) : undefined;
      if (comments !== undefined) {
        waiting.push(...comments.map((comment) => ({ token, comment })));
        continue;
      }
      kept.push(token);
      // Several comments may stand above the block that they are for.
      if (token.map === null || token.nesting < 0) continue;
      for (const { token: above, comment } of waiting) allow(reading, above, comment, token.map);
      waiting = [];
    }
    for (const { token, comment } of waiting) allow(reading, token, comment, undefined);
    state.tokens = kept;
  });
  const shown: MarkdownIt["renderer"]["rules"]["html_block"] = (tokens, index) => {
    const token = tokens[index];
    return token === undefined || token.hidden ? "" : md.utils.escapeHtml(token.content);
  };
  md.renderer.rules.html_block = shown;
  md.renderer.rules.html_inline = shown;
}

function hideComments(token: Token, inline: Token, reading: Reading): void {
  if (token.type === "html_inline") {
    const comments = readComments(token.content);
    token.hidden = comments !== undefined;
    const place = inlinePlace(reading, inline, offsetOf(token), token.content.length);
    for (const comment of comments ?? []) reading.allowances.push(...allowance(comment, place, [0, 0]));
  }
  for (const child of token.children ?? []) hideComments(child, inline, reading);
}

/** What stands in the comments of a text that is nothing but comments. */
function readComments(text: string): string[] | undefined {
  const comments: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    // `<!-->` and `<!--->` are whole comments, so the end may share dashes with the beginning.
    const end = rest.startsWith("<!--") ? rest.indexOf("-->", 2) : -1;
    if (end < 0) return undefined;
    comments.push(rest.slice(4, Math.max(4, end)));
    rest = rest.slice(end + 3).trimStart();
  }
  return comments;
}

function allow(reading: Reading, token: Token, comment: string, block: [number, number] | undefined): void {
  const [first, last] = block ?? [token.map?.[1] ?? 0, token.map?.[1] ?? 0];
  const place = blockPlace(reading, token.map, token.content);
  reading.allowances.push(...allowance(comment, place, [first + 1, last]));
}

/** One, or none where the comment says something else. */
function allowance(comment: string, place: Place, [firstLine, lastLine]: [number, number]): Allowance[] {
  if (!MEANT.test(comment)) return [];
  const [, rule = "", reason = ""] = ALLOWANCE.exec(comment) ?? [];
  return [{ written: comment.trim(), rule, reason: reason.trim(), firstLine, lastLine, place }];
}

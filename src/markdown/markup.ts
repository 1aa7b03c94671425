import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { blockPlace } from "./positions.ts";
import type { Reading } from "./reading.ts";

const ALLOWANCE = /^\s*allow\s+([a-z-]+)\s*(?::(.*))?$/s;

/**
 * Raw HTML never reaches the page: a comment vanishes, `<!-- allow leftover: reason -->` is kept as an
 * allowance for the block below it, and anything else stays to be reported and shows as the text it is.
 */
export function markup(md: MarkdownIt): void {
  md.core.ruler.before("footnote_order", "markup", (state) => {
    const reading = state.env as Reading;
    const kept: Token[] = [];
    let waiting: { token: Token; comment: string }[] = [];
    for (const token of state.tokens) {
      for (const child of token.children ?? []) hideComments(child);
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

function hideComments(token: Token): void {
  if (token.type === "html_inline") token.hidden = readComments(token.content) !== undefined;
  for (const child of token.children ?? []) hideComments(child);
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
  const allowance = ALLOWANCE.exec(comment);
  if (allowance === null) return;
  const [firstLine, lastLine] = block ?? [token.map?.[1] ?? 0, token.map?.[1] ?? 0];
  reading.allowances.push({
    rule: allowance[1] ?? "",
    reason: (allowance[2] ?? "").trim(),
    firstLine: firstLine + 1,
    lastLine,
    place: blockPlace(reading, token.map, token.content),
  });
}

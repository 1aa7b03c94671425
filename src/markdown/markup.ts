import type MarkdownIt from "markdown-it";
import type { Reading } from "./reading.ts";

const COMMENT = /^\s*<!--(.*?)-->\s*$/s;
const ALLOWANCE = /^\s*allow\s+([a-z-]+)\s*(?::\s*(.*\S))?\s*$/s;

/**
 * Raw HTML never reaches the page: a comment vanishes, `<!-- allow leftover: reason -->` is kept as an
 * allowance for the block below it, and anything else stays to be reported and shows as the text it is.
 */
export function markup(md: MarkdownIt): void {
  md.core.ruler.push("markup", (state) => {
    const reading = state.env as Reading;
    state.tokens = state.tokens.filter((token, index, tokens) => {
      for (const child of token.children ?? [])
        if (child.type === "html_inline") child.hidden = COMMENT.test(child.content);
      if (token.type !== "html_block" || !COMMENT.test(token.content)) return true;
      const comment = COMMENT.exec(token.content)?.[1] ?? "";
      const allowance = ALLOWANCE.exec(comment);
      const [line, end] = token.map ?? [0, 0];
      const next = tokens.slice(index + 1).find(({ map, nesting }) => map !== null && nesting >= 0)?.map;
      if (allowance !== null) {
        reading.allowances.push({
          rule: allowance[1] ?? "",
          reason: allowance[2] ?? "",
          firstLine: (next?.[0] ?? end) + 1,
          lastLine: next?.[1] ?? end,
          place: { file: reading.file, line: line + 1, column: 1, length: reading.lines[line]?.length ?? 1 },
        });
      }
      return false;
    });
  });
  const shown: MarkdownIt["renderer"]["rules"]["html_block"] = (tokens, index) => {
    const token = tokens[index];
    return token === undefined || token.hidden ? "" : md.utils.escapeHtml(token.content);
  };
  md.renderer.rules.html_block = shown;
  md.renderer.rules.html_inline = shown;
}

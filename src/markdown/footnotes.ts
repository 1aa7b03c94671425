import type MarkdownIt from "markdown-it";
import plugin from "markdown-it-footnote";
import type { Reading } from "./reading.ts";

/** Notes stand at the end of their section; `docId` keeps their ids apart from those of other sections. */
export function footnotes(md: MarkdownIt): void {
  md.use(plugin);
  const { rules } = md.renderer;
  rules.footnote_block_open = () => '<div class="footnotes">\n<ol>\n';
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  rules.footnote_anchor = (tokens, index, options, env: Reading, self) => {
    const name = rules.footnote_anchor_name?.(tokens, index, options, env, self) ?? "";
    const sub = Number(tokens[index]?.meta?.subId ?? 0);
    const id = sub > 0 ? `${name}:${sub}` : name;
    const label = md.utils.escapeHtml(env.words.backToText ?? "");
    // U+FE0E keeps the arrow from becoming a picture on phones.
    return ` <a href="#fnref${id}" class="footnote-backref" aria-label="${label}">↩\uFE0E</a>`;
  };
}

import type MarkdownIt from "markdown-it";
import { exchange } from "./exchange.ts";
import type { Reading } from "./reading.ts";

/**
 * A wide table scrolls in a box of its own that the keyboard reaches. Alignment is a class: a strict policy forbids
 * `style`. The empty corner above a column of names is no heading.
 */
export function tables(md: MarkdownIt): void {
  md.core.ruler.push("tables", (state) => {
    const { words } = state.env as Reading;
    const { tokens } = state;
    state.tokens = exchange(tokens, (token, index) => {
      if (token.type === "th_open" || token.type === "td_open") {
        const align = /^text-align:(\w+)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
        token.attrs = align === undefined ? token.attrs : [["class", `align-${align}`]];
        if (token.tag === "th") {
          const close = tokens[index + 2];
          if (tokens[index + 1]?.content === "" && close !== undefined) token.tag = close.tag = "td";
          else token.attrSet("scope", "col");
        }
      }
      if (token.type === "table_open") {
        const open = new state.Token("scroll_open", "div", 1);
        open.attrs = [
          ["class", "scroll"],
          ["role", "group"],
          ["tabindex", "0"],
          ["aria-label", words.table ?? "Table"],
        ];
        open.block = true;
        return [open, token];
      }
      if (token.type === "table_close") {
        const close = new state.Token("scroll_close", "div", -1);
        close.block = true;
        return [token, close];
      }
      return;
    });
  });
}

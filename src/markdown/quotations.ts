import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { offsetOf } from "./positions.ts";
import type { State } from "./state.ts";

/**
 * A quotation whose last line begins with a dash says whose words they are:
 *
 *     > Words.
 *     >
 *     > — Name, source
 *
 * It becomes a figure with that line as its caption, whether the line is a paragraph of its own or the last of one.
 */
export function quotations(md: MarkdownIt): void {
  md.core.ruler.push("quotations", (state) => {
    const done: Token[] = [];
    const starts: number[] = [];
    for (const token of state.tokens) {
      if (token.type === "blockquote_open") starts.push(done.length);
      done.push(token);
      if (token.type !== "blockquote_close") continue;
      const start = starts.pop() ?? 0;
      const caption = takeCaption(state, done);
      if (caption === undefined) continue;
      const open = new state.Token("quote_open", "figure", 1);
      open.attrs = [["class", "quote"]];
      open.block = true;
      done.splice(start, 0, open);
      const close = new state.Token("quote_close", "figure", -1);
      close.block = true;
      done.push(...caption, close);
    }
    state.tokens = done;
  });
}

/** Takes the attribution off the end of a quotation that has just been closed. */
function takeCaption(state: State, done: Token[]): Token[] | undefined {
  const [open, inline, close] = done.slice(-4, -1);
  if (open?.type !== "paragraph_open" || inline?.type !== "inline" || close === undefined) return undefined;
  const children = inline.children ?? [];
  if (beginsWithDash(children)) {
    if (done.at(-5)?.type === "blockquote_open") return undefined;
    done.splice(-4, 3);
    return asCaption(open, inline, close);
  }
  const last = children.findLastIndex(({ type }) => type === "softbreak" || type === "hardbreak");
  const lineBreak = children[last];
  // A line that begins inside *emphasis* cannot be cut off.
  if (lineBreak === undefined || last === 0 || lineBreak.level > 0) return undefined;
  if (!beginsWithDash(children.slice(last + 1))) return undefined;
  const line = Object.assign(new state.Token("inline", "", 0), {
    ...inline,
    meta: { ...inline.meta, offset: inline.content.indexOf("\n", offsetOf(lineBreak)) + 1 },
    children: children.slice(last + 1),
  });
  inline.children = children.slice(0, last);
  return asCaption(
    new state.Token("paragraph_open", "p", 1),
    line,
    new state.Token("paragraph_close", "p", -1),
  );
}

/** A dash and a name, which may be a link. `--force` is no name. */
function beginsWithDash([first, second]: readonly Token[]): boolean {
  const dash = first?.type === "text" ? /^(?:[—–]|--(?=\s))\s*/.exec(first.content)?.[0] : undefined;
  return dash !== undefined && (dash.length < (first?.content.length ?? 0) || second !== undefined);
}

function asCaption(open: Token, inline: Token, close: Token): Token[] {
  [open.type, close.type] = ["attribution_open", "attribution_close"];
  open.tag = close.tag = "figcaption";
  open.block = close.block = true;
  return [open, inline, close];
}

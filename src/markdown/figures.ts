import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { offsetOf, partOf } from "./positions.ts";
import type { State } from "./state.ts";

/** A picture alone in its paragraph becomes a figure, its title text the caption, which may hold links and code. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.before("footnote_order", "figures", (state) => {
    state.tokens = state.tokens.flatMap((token, index, tokens) => {
      const [inline, close] = [tokens[index + 1], tokens[index + 2]];
      if (token.type === "paragraph_open" && isPictureAlone(inline) && close !== undefined) {
        token.tag = close.tag = "figure";
        [token.type, close.type] = ["figure_open", "figure_close"];
        token.hidden = close.hidden = false;
        token.attrSet("class", "figure");
      }
      return token.type === "figure_close" ? [...caption(state, tokens[index - 1]), token] : [token];
    });
  });
}

function isPictureAlone(inline: Token | undefined): boolean {
  return inline?.type === "inline" && inline.children?.length === 1 && inline.children[0]?.type === "image";
}

function caption(state: State, inline: Token | undefined): Token[] {
  const image = inline?.children?.[0];
  const title = image?.attrGet("title");
  if (inline === undefined || image === undefined || title === undefined || title === null) return [];
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
  if (title.trim() === "") return [];
  const written = findTitle(state, inline.content, title);
  const text = new state.Token("inline", "", 0);
  // As written: an escape in it has been undone in the title, and would be lost on the words around it.
  text.content = written?.words ?? title;
  text.map = inline.map;
  text.meta = partOf(inline, written?.offset ?? offsetOf(image), { isElsewhere: written === undefined });
  text.children = [];
  state.md.inline.parse(text.content, state.md, state.env, text.children);
  return [
    new state.Token("caption_open", "figcaption", 1),
    text,
    new state.Token("caption_close", "figcaption", -1),
  ];
}

/** The title as it stands in `![alt](address "title")`; a reference has its title elsewhere. */
function findTitle(
  { md }: State,
  content: string,
  title: string,
): { words: string; offset: number } | undefined {
  const end = content.slice(0, -1).trimEnd().length;
  for (const { index } of content.endsWith(")") ? content.matchAll(/(?<=\s)["'(]/g) : []) {
    const { ok, pos, str } = md.helpers.parseLinkTitle(content, index, content.length);
    if (!ok || pos !== end || str !== title) continue;
    const words = content.slice(index + 1, pos - 1);
    return { words: words.trim(), offset: index + 1 + words.length - words.trimStart().length };
  }
  return undefined;
}

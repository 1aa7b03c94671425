import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { isFlowFile } from "../diagrams/flow.ts";
import { exchange } from "./exchange.ts";
import { offsetOf, partOf } from "./positions.ts";
import type { State } from "./state.ts";

/**
 * A picture alone in its paragraph becomes a figure, its title text the caption, which may hold links and code. So do
 * two flows: they are compared.
 */
export function figures(md: MarkdownIt): void {
  md.core.ruler.before("footnote_tail", "figures", (state) => {
    const { tokens } = state;
    state.tokens = exchange(tokens, (token, index) => {
      if (token.type !== "paragraph_open" && token.type !== "figure_close") return;
      const [inline, close] = [tokens[index + 1], tokens[index + 2]];
      const images = token.type === "paragraph_open" ? picturesAlone(inline) : [];
      if (images.length > 0 && close !== undefined) {
        token.tag = close.tag = "figure";
        [token.type, close.type] = ["figure_open", "figure_close"];
        token.hidden = close.hidden = false;
        token.attrSet("class", "figure");
        for (const image of images) image.meta = { ...image.meta, standsAlone: true };
        // A flow has its caption above it.
        return isFlow(images[0]) ? [token, ...caption(state, inline)] : undefined;
      }
      const before = tokens[index - 1];
      if (token.type !== "figure_close" || isFlow(before?.children?.at(-1))) return;
      return [...caption(state, before), token];
    });
  });
}

/** The pictures of a paragraph that holds nothing else; none where they are too many for one figure. */
function picturesAlone(inline: Token | undefined): readonly Token[] {
  const children = inline?.type === "inline" ? (inline.children ?? []) : [];
  const [first, between, second] = children;
  if (children.length === 1 && first?.type === "image") return [first];
  if (children.length !== 3 || between?.type !== "softbreak") return [];
  return first !== undefined && second !== undefined && isFlow(first) && isFlow(second)
    ? [first, second]
    : [];
}

function isFlow(token: Token | undefined): boolean {
  return token?.type === "image" && isFlowFile(token.attrGet("src") ?? "");
}

function caption(state: State, inline: Token | undefined): Token[] {
  const image = inline?.children?.at(-1);
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

import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Picture } from "../model.ts";
import { classifyTarget } from "./links.ts";
import { partOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import type { State } from "./state.ts";

/** A picture alone in its paragraph becomes a figure, its title text the caption. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push("figures", (state) => {
    for (const { children } of state.tokens) {
      for (const token of children ?? []) if (token.type === "image") nameFile(token, state.env as Reading);
    }
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

function nameFile(token: Token, reading: Reading): void {
  const written = token.attrGet("src") ?? "";
  const target = classifyTarget(written, reading.file);
  token.meta = { ...token.meta, written, file: target.kind === "file" ? target.file : undefined };
}

function isPictureAlone(inline: Token | undefined): boolean {
  return inline?.type === "inline" && inline.children?.length === 1 && inline.children[0]?.type === "image";
}

function caption(state: State, inline: Token | undefined): Token[] {
  const image = inline?.children?.[0];
  const words = image?.attrGet("title");
  if (image === undefined || words === null || words === undefined) return [];
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
  const open = new state.Token("caption_open", "figcaption", 1);
  const text = new state.Token("inline", "", 0);
  text.content = words;
  text.map = inline?.map ?? null;
  text.meta = inline === undefined ? null : partOf(inline, undefined);
  text.children = [];
  state.md.inline.parse(words, state.md, state.env, text.children);
  return [open, text, new state.Token("caption_close", "figcaption", -1)];
}

/**
 * Puts `picture` elements where pictures stand, once it is known what was made of them. The first `eager` pictures of a page
 * load at once, the others when they come near.
 */
export function placePictures(
  tokens: readonly Token[],
  pictures: ReadonlyMap<string, Picture>,
  href: (path: string) => string,
  { eager = 0 } = {},
): void {
  if (pictures.size === 0) return;
  let count = 0;
  for (const block of tokens) {
    if (block.children === null) continue;
    block.children = block.children.flatMap((token) => {
      const picture = token.type === "image" ? pictures.get(token.meta.file) : undefined;
      if (picture === undefined) return [token];
      return pictureTokens(token, picture, href, count++ < eager);
    });
  }
}

const SIZES = "(min-width: 42rem) 42rem, 100vw";

function pictureTokens(
  image: Token,
  picture: Picture,
  href: (path: string) => string,
  eager: boolean,
): Token[] {
  const Token = image.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  const set = (variants: Picture["sources"][number]["variants"]): string =>
    variants.map(({ path, width }) => `${href(path)} ${width}w`).join(", ");
  const sources = picture.sources.slice(0, -1).map(({ type, variants }) => {
    const source = new Token("source", "source", 0);
    source.attrs = [
      ["type", type],
      ["srcset", set(variants)],
      ["sizes", SIZES],
    ];
    return source;
  });
  const plain = picture.sources.at(-1);
  const widest = plain?.variants.at(-1);
  const attributes: [string, string][] = [
    ["src", widest === undefined ? "" : href(widest.path)],
    ["alt", ""],
    ["width", String(picture.width)],
    ["height", String(picture.height)],
  ];
  if (plain !== undefined && plain.variants.length > 1) {
    attributes.push(["srcset", set(plain.variants)], ["sizes", SIZES]);
  }
  if (!eager) attributes.push(["loading", "lazy"]);
  attributes.push(["decoding", "async"]);
  const title = image.attrGet("title");
  if (title !== null) attributes.push(["title", title]);
  image.attrs = attributes;
  return [
    new Token("picture_open", "picture", 1),
    ...sources,
    image,
    new Token("picture_close", "picture", -1),
  ];
}

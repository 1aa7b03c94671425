import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Picture } from "../model.ts";
import { percentDecoded } from "../percent.ts";
import { classifyTarget } from "./links.ts";
import { offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import { fold, wordsOf } from "./words.ts";

/** Marks which file each picture is. One with an unsafe address is shown as its alternative text. */
export function pictures(md: MarkdownIt): void {
  md.core.ruler.push("pictures", ({ tokens, env }) => {
    for (const { children, content } of tokens) {
      for (const token of children ?? []) {
        if (token.type !== "image") continue;
        const address = token.attrGet("src") ?? "";
        const written = asWritten(address, content.slice(offsetOf(token)), md);
        token.meta = { ...token.meta, written };
        nameFile(token, address, env as Reading);
      }
    }
  });
  // markdown-it leaves code and escaped characters out of the alternative text.
  md.renderer.rules.image = (tokens, index, options, _, self) => {
    const image = tokens[index];
    const alternative = fold(wordsOf(image?.children ?? []));
    if (image === undefined || image.attrIndex("src") < 0) return md.utils.escapeHtml(alternative);
    image.attrSet("alt", alternative);
    return self.renderToken(tokens, index, options);
  };
}

function nameFile(token: Token, address: string, reading: Reading): void {
  const target = classifyTarget(address, reading.file);
  token.meta = { ...token.meta, file: target.kind === "file" ? target.file : undefined };
  if (target.kind !== "file" && target.kind !== "outside") {
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "src");
  }
}

/** An address, which markdown-it gives percent-encoded, as it stands in the text. A reference has it elsewhere. */
function asWritten(address: string, text: string, md: MarkdownIt): string {
  if (!address.includes("%")) return address;
  for (const { index, 0: open } of text.matchAll(/\]\(\s*/g)) {
    const { ok, str } = md.helpers.parseLinkDestination(text, index + open.length, text.length);
    if (ok && md.normalizeLink(str) === address) return str;
  }
  return percentDecoded(address);
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

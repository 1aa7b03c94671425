import type { Token } from "markdown-it";
import type { Block, Heading, Link, Outline, PictureUse, Place } from "../model.ts";
import { blockPlace, inlinePlace, offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import { fold, wordsOf } from "./words.ts";

type Lines = [number, number];
type Collected = { -readonly [Part in keyof Outline]: Outline[Part][number][] };

/** What the tokens of one text say, with their places, apart from how it looks. */
export function readOutline(tokens: readonly Token[], reading: Reading): Outline {
  const outline: Collected = {
    headings: [],
    links: [],
    pictures: [],
    blocks: [],
    markup: [],
    emptyItems: [],
    allowances: reading.allowances,
  };
  let row: Lines | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") row = token.map;
    if (token.type === "table_close") row = null;
    if (token.type === "list_item_open" && tokens[index + 1]?.type === "list_item_close") {
      outline.emptyItems.push(blockPlace(reading, token.map));
    }
    if (token.type === "fence" || token.type === "code_block") {
      outline.blocks.push(block("code", token.content, blockPlace(reading, token.map), token.map));
    }
    if (token.type === "html_block") {
      outline.markup.push({ text: token.content.trim(), place: blockPlace(reading, token.map) });
    }
    if (token.type !== "inline") continue;
    const lines = token.map ?? row;
    const place = inlinePlace(reading, token, 0);
    readInline(token, reading, outline);
    const opener = tokens[index - 1];
    const text = fold(wordsOf(token.children ?? []));
    if (opener?.type === "heading_open") outline.headings.push(heading(opener, text, place, token));
    const kind = opener?.type === "heading_open" ? "heading" : row === null ? "paragraph" : "cell";
    if (text === "") continue;
    const prose = fold(wordsOf(token.children ?? [], { code: false }));
    const words = block(kind, text, place, lines);
    outline.blocks.push(prose === text ? words : { ...words, prose });
  }
  return outline;
}

function heading(opener: Token, text: string, place: Place, { content }: Token): Heading {
  const { id, given, level } = opener.meta as { id: string; given: boolean; level: number };
  return { level, text, id, given, place: { ...place, length: Math.max(1, content.length) } };
}

function block(
  kind: Block["kind"],
  text: string,
  place: Place,
  lines: readonly [number, number] | null,
): Block {
  return { kind, text, place, lastLine: lines?.[1] ?? place.line };
}

function readInline(inline: Token, reading: Reading, outline: Collected): void {
  const children = inline.children ?? [];
  const place = (offset: number, length: number): Place => inlinePlace(reading, inline, offset, length);
  for (const [index, token] of children.entries()) {
    if (token.type === "link_open") outline.links.push(link(children, index, inline.content, place));
    if (token.type === "image") outline.pictures.push(picture(token, place));
    if (token.type === "html_inline" && !token.hidden) {
      outline.markup.push({ text: token.content, place: place(offsetOf(token), token.content.length) });
    }
  }
}

function link(
  children: readonly Token[],
  index: number,
  content: string,
  place: (offset: number, length: number) => Place,
): Link {
  const open = children[index] as Token;
  const end = children.findIndex(({ type }, at) => at > index && type === "link_close");
  const text = fold(wordsOf(children.slice(index + 1, end)));
  const { written, target } = open.meta as { written: string; target: Link["target"] };
  // markdown-it closes a link at its `]`. Where `(` follows, the address stands behind it; a reference or
  // <autolink> is pointed at where it opens.
  const close = offsetOf(children[end] ?? open);
  const address = content.startsWith("](", close) ? close + 2 : Math.max(0, offsetOf(open) - 1);
  const length = content.startsWith("](", close) ? addressLength(content, address) : text.length + 2;
  return { address: written, text, target, place: place(address, length) };
}

function addressLength(content: string, start: number): number {
  return Math.max(1, /^[^\s)]*/.exec(content.slice(start))?.[0].length ?? 1);
}

function picture(token: Token, place: (offset: number, length: number) => Place): PictureUse {
  const { written, file } = token.meta as { written: string; file?: string };
  const use = {
    address: written,
    alternative: fold(wordsOf(token.children ?? [])),
    place: place(offsetOf(token), 2),
  };
  return file === undefined ? use : { ...use, file };
}

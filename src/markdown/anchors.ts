import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import anchor from "markdown-it-anchor";
import { placedIds, type Reading } from "./reading.ts";
import type { State } from "./state.ts";
import { fill, fold, wordsOf } from "./words.ts";

/**
 * A link to itself after each heading, beside it and not in it: in the heading its name would be read out with
 * every jump to it. The page's title has none.
 */
export function anchors(md: MarkdownIt): void {
  md.use(anchor, { level: [2, 3, 4, 5, 6], tabIndex: false, permalink: linkBesideHeading });
  md.core.ruler.push("aliases", placeAliases);
}

function linkBesideHeading(id: string, _: unknown, state: State, index: number): void {
  const { words } = state.env as Reading;
  const level = state.tokens[index]?.tag.slice(1);
  const title = fold(wordsOf(state.tokens[index + 1]?.children ?? []));
  const element = (
    type: string,
    tag: string,
    nesting: 1 | -1,
    attributes: [string, string][] = [],
  ): Token => {
    const token = new state.Token(type, tag, nesting);
    token.attrs = attributes;
    token.block = tag === "div";
    return token;
  };
  const sign = new state.Token("text", "", 0);
  sign.content = "#";
  state.tokens.splice(
    index + 3,
    0,
    element("anchor_open", "a", 1, [
      ["class", "anchor"],
      ["href", `#${encodeURI(id)}`],
      ["aria-label", fill(words.linkTo, title)],
    ]),
    element("sign_open", "span", 1, [["aria-hidden", "true"]]),
    sign,
    element("sign_close", "span", -1),
    element("anchor_close", "a", -1),
    element("heading_box_close", "div", -1),
  );
  state.tokens.splice(
    index,
    0,
    element("heading_box_open", "div", 1, [["class", `heading heading--${level}`]]),
  );
}

/** Old ids are empty anchors in what answers for them now: the first, where two want the same id. */
function placeAliases(state: State): void {
  const reading = state.env as Reading;
  if (reading.aliases.size === 0) return;
  const aliases = new Map(reading.aliases);
  for (const id of placedIds(reading)) aliases.delete(id);
  for (const [index, token] of state.tokens.entries()) {
    const inline = state.tokens[index + 1];
    if (token.type !== "heading_open" || inline === undefined) continue;
    inline.children?.unshift(...aliasesFor(state, token.meta.id, aliases));
    aliases.delete(token.meta.id);
  }
}

export function aliasesFor(
  { Token, env }: State,
  id: string,
  aliases: Reading["aliases"] = (env as Reading).aliases,
): Token[] {
  return (aliases.get(id) ?? []).flatMap((alias) => {
    const open = new Token("alias_open", "span", 1);
    open.attrs = [
      ["class", "alias"],
      ["id", alias],
    ];
    return [open, new Token("alias_close", "span", -1)];
  });
}

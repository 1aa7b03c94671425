import type { Token } from "markdown-it";
import type { AlignType, BlockContent, Heading, Nodes, Paragraph, RootContent } from "mdast";
import { paragraph } from "./nodes.ts";
import { type PhraseOptions, phrasesOf } from "./phrases.ts";

export interface BlockOptions extends PhraseOptions {
  /** What stands for a figure of flows; undefined for other pictures. */
  readonly flowBlocks: (images: readonly Token[]) => readonly RootContent[] | undefined;
  /** Told each heading with its id on the page. */
  readonly onHeading: (heading: Heading, id: string) => void;
}

/** A node that is being filled, or the place around a token that leaves no node. */
interface Open {
  readonly node?: Nodes;
  readonly children: Nodes[];
}

/** Tokens of a section, as every rule of Markdown has left them → nodes of a copy. */
export function blocksOf(tokens: readonly Token[], options: BlockOptions): RootContent[] {
  const root: Open = { children: [] };
  const open: Open[] = [root];
  for (const token of tokens) {
    const around = open.at(-1) ?? root;
    if (token.nesting < 0) open.pop();
    else if (token.nesting > 0) {
      open.push(openBlock(token, around, options));
      if (token.type === "paragraph_open" && !token.hidden) loosen(open);
      if (token.type === "th_open") alignColumn(open, token);
    } else around.children.push(...leavesOf(token, around, options));
  }
  // Only here do nodes of one type stand for those that may stand in each other.
  return root.children as RootContent[];
}

function openBlock(token: Token, around: Open, { noteName, onHeading }: BlockOptions): Open {
  const fill = <Node extends Nodes & { children: unknown[] }>(node: Node, parent = around.children): Open => {
    parent.push(node);
    return { node, children: node.children as Nodes[] };
  };
  switch (token.type) {
    case "heading_open": {
      const heading: Heading = { type: "heading", depth: depthOf(token), children: [] };
      onHeading(heading, String(token.meta.id));
      return fill(heading);
    }
    case "paragraph_open":
    case "caption_open":
      return fill({ type: "paragraph", children: [] });
    case "attribution_open": {
      // In the quotation again, whose last line it was.
      const quotation = around.children.at(-1);
      const parent = quotation?.type === "blockquote" ? (quotation.children as Nodes[]) : around.children;
      return fill({ type: "paragraph", children: [] }, parent);
    }
    case "blockquote_open":
      return fill({ type: "blockquote", children: [] });
    case "note_open":
      return fill({ type: "blockquote", children: [markOf(token)] });
    case "bullet_list_open":
      return fill({ type: "list", ordered: false, spread: false, children: [] });
    case "ordered_list_open": {
      const start = Number(token.attrGet("start") ?? 1);
      return fill({ type: "list", ordered: true, start, spread: false, children: [] });
    }
    case "list_item_open":
      return fill({ type: "listItem", spread: false, children: [] });
    case "table_open":
      return fill({ type: "table", align: [], children: [] });
    case "tr_open":
      return fill({ type: "tableRow", children: [] });
    case "th_open":
    case "td_open":
      return fill({ type: "tableCell", children: [] });
    case "footnote_open": {
      const label = noteName(token);
      return fill({ type: "footnoteDefinition", identifier: label, label, children: [] });
    }
    case "anchor_open":
    case "label_open":
      return { children: [] };
    default:
      return around;
  }
}

function depthOf({ tag }: Token): Heading["depth"] {
  return Number(tag.slice(1)) as Heading["depth"];
}

/** `[!NOTE]`, as forges and we read it. Its brackets must not be escaped, so it is no text. */
function markOf(token: Token): BlockContent {
  const kind = /note--(\w+)/.exec(token.attrGet("class") ?? "")?.[1] ?? "note";
  return { type: "html", value: `[!${kind.toUpperCase()}]` };
}

function leavesOf(token: Token, { node }: Open, options: BlockOptions): readonly Nodes[] {
  switch (token.type) {
    case "fence":
    case "code_block": {
      const lang = token.info.trim().split(/\s+/)[0] || null;
      return [{ type: "code", lang, value: token.content.replace(/\n$/, "") }];
    }
    case "hr":
      return [{ type: "thematicBreak" }];
    case "inline": {
      const children = token.children ?? [];
      const flows =
        children[0]?.meta?.standsAlone === true ? options.flowBlocks(imagesIn(children)) : undefined;
      const phrases = phrasesOf(flows === undefined ? children : withoutImages(children), options);
      if (flows !== undefined) return phrases.length === 0 ? flows : [paragraph(...phrases), ...flows];
      const holdsWords = node !== undefined && /^(?:heading|paragraph|tableCell)$/.test(node.type);
      return holdsWords || phrases.length === 0
        ? phrases
        : [{ type: "paragraph", children: phrases } as Paragraph];
    }
    default:
      return [];
  }
}

/** Of a figure of flows only the place is left, where it was given an id. */
function withoutImages(children: readonly Token[]): Token[] {
  return children.filter(({ type }) => type.startsWith("anchor"));
}

function imagesIn(children: readonly Token[]): Token[] {
  return children.filter(({ type }) => type === "image");
}

/** A paragraph that is printed as one stands in a list with room between its items. */
function loosen(open: readonly Open[]): void {
  const [list, item] = open
    .slice(0, -1)
    .flatMap(({ node }) => node ?? [])
    .slice(-2);
  if (item?.type === "listItem") item.spread = true;
  if (item?.type === "listItem" && list?.type === "list") list.spread = true;
}

/** How a column is aligned stands in the class of each of its cells. */
function alignColumn(open: readonly Open[], cell: Token): void {
  const table = open.findLast(({ node }) => node?.type === "table")?.node;
  const align = /^align-(left|center|right)$/.exec(cell.attrGet("class") ?? "")?.[1];
  if (table?.type === "table") table.align?.push((align as AlignType | undefined) ?? null);
}

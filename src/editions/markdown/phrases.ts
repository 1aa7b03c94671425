import type { Token } from "markdown-it";
import type { PhrasingContent } from "mdast";
import { fold, wordsOf } from "../../markdown/words.ts";
import { anchor } from "./nodes.ts";

/** What the words of a line need to know of the text around them. */
export interface PhraseOptions {
  /** The address of a picture in a copy; undefined where there is nothing to show. */
  readonly pictureAddress: (image: Token) => string | undefined;
  /** Whether something in the copy leads to an id. */
  readonly isLinked: (id: string) => boolean;
  /** What a footnote is called: no other section of the copy has a note of that name. */
  readonly noteName: (token: Token) => string;
}

/** Tokens of a line → nodes of a line. */
export function phrasesOf(tokens: readonly Token[], options: PhraseOptions): PhrasingContent[] {
  const lines: PhrasingContent[] = [];
  const open: PhrasingContent[][] = [lines];
  for (const token of tokens) {
    const into = open.at(-1) ?? lines;
    if (token.type === "anchor_open" && options.isLinked(token.meta.id)) into.push(anchor(token.meta.id));
    if (token.nesting > 0) open.push(openPhrase(token, into));
    else if (token.nesting < 0) open.pop();
    else add(into, phraseOf(token, options));
  }
  return lines;
}

/** Where the nodes go that stand in a token: into a node of their own, or where they would go without it. */
function openPhrase(token: Token, into: PhrasingContent[]): PhrasingContent[] {
  const node = emptyPhrase(token);
  if (node === undefined) return into;
  into.push(node);
  return node.children;
}

function emptyPhrase(token: Token): (PhrasingContent & { children: PhrasingContent[] }) | undefined {
  const url = token.type === "link_open" ? token.attrGet("href") : null;
  if (url !== null) return { type: "link", url, title: token.attrGet("title"), children: [] };
  switch (token.type) {
    case "em_open":
      return { type: "emphasis", children: [] };
    case "strong_open":
      return { type: "strong", children: [] };
    case "s_open":
      return { type: "delete", children: [] };
    default:
      return undefined;
  }
}

function phraseOf(token: Token, { pictureAddress, noteName }: PhraseOptions): PhrasingContent | undefined {
  switch (token.type) {
    case "text":
    case "text_special":
      return token.content === "" ? undefined : { type: "text", value: token.content };
    case "html_inline":
      return token.hidden ? undefined : { type: "text", value: token.content };
    case "softbreak":
      return { type: "text", value: "\n" };
    case "hardbreak":
      return { type: "break" };
    case "code_inline":
      return { type: "inlineCode", value: token.content };
    case "footnote_ref":
      return { type: "footnoteReference", identifier: noteName(token), label: noteName(token) };
    case "image": {
      const alt = fold(wordsOf(token.children ?? []));
      const url = pictureAddress(token);
      if (url === undefined) return { type: "text", value: alt };
      return { type: "image", url, alt, title: token.attrGet("title") };
    }
    default:
      return undefined;
  }
}

/** Texts that meet become one: what has to be escaped depends on what stands beside it. */
function add(into: PhrasingContent[], node: PhrasingContent | undefined): void {
  const last = into.at(-1);
  if (node?.type === "text" && last?.type === "text") last.value += node.value;
  else if (node !== undefined) into.push(node);
}

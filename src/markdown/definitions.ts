import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import reference from "markdown-it/lib/rules_block/reference.mjs";
import { inlinePlace } from "./positions.ts";
import type { Reading } from "./reading.ts";
import type { BlockState, InlineState } from "./state.ts";
import { fold } from "./words.ts";

/**
 * `[label]: address` defines a link and is not printed; `[words][label]` refers to it. markdown-it forgets where the one
 * stands and makes words of the other where they do not meet. Both are kept here for the check, once the words of captions
 * have been read too.
 */
export function definitions(md: MarkdownIt): void {
  md.block.ruler.at("reference", readDefinition);
  md.inline.ruler.after("link", "undefined_link", noteUndefined);
  md.core.ruler.before("footnote_tail", "undefined_links", ({ src, tokens, env }) => {
    if (!src.includes("][")) return;
    const reading = env as Reading;
    for (const inline of tokens) {
      for (const { label, offset, length } of undefinedIn.get(inline.children ?? []) ?? []) {
        reading.undefinedLinks.push({ label, place: inlinePlace(reading, inline, offset, length) });
      }
    }
  });
}

/** What links ask for. */
interface Meant {
  readonly href: string;
  readonly title: string;
}

function readDefinition(state: BlockState, start: number, end: number, silent: boolean): boolean {
  const { env, src } = state;
  const at = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
  if (src[at] !== "[") return false;
  // In a list of its own it shows what it is called, and whether it would be the second of its name.
  const known: Record<string, Meant> | undefined = env.references;
  const own: Record<string, Meant> = {};
  env.references = own;
  const isRead = reference(state, start, end, silent);
  env.references = known;
  const [name, meant] = Object.entries(own)[0] ?? [];
  if (name === undefined || meant === undefined) return isRead;
  const { file, lines, definitions } = env as Reading;
  const column = at - (src.lastIndexOf("\n", at - 1) + 1);
  const length = (lines[start] ?? "").trimEnd().length - column;
  const definition = {
    label: fold(src.slice(at + 1, src.indexOf("]:", at))),
    address: meant.href,
    isUsed: false,
    isDouble: known?.[name] !== undefined,
    place: { file, line: start + 1, column: column + 1, length },
  };
  definitions.push(definition);
  // The first of several of one name holds.
  const all = known ?? own;
  if (!definition.isDouble) all[name] = watched(meant, () => (definition.isUsed = true));
  env.references = all;
  return true;
}

/** A link that asks where it leads is one that refers to the definition. */
function watched({ href, title }: Meant, onUse: () => void): Meant {
  return {
    title,
    get href() {
      onUse();
      return href;
    },
  };
}

interface Undefined {
  readonly label: string;
  readonly offset: number;
  readonly length: number;
}

/** By the tokens of a line: where it stands in the file is not known while it is read. */
const undefinedIn = new WeakMap<readonly Token[], Undefined[]>();

/** In `list[0][1]` and `[1][2][3]` nobody means a link. */
const NO_LINK_BEHIND = /[\p{L}\p{N}_`)\]]/u;

/** Notes what looks like a link by reference, and takes nothing: the rule for links has refused it. */
function noteUndefined(state: InlineState, silent: boolean): boolean {
  const { src, pos, md, tokens } = state;
  if (silent || src[pos] !== "[" || !src.includes("][", pos)) return false;
  if (NO_LINK_BEHIND.test(src[pos - 1] ?? "")) return false;
  const middle = md.helpers.parseLinkLabel(state, pos, true) + 1;
  if (middle <= 0 || src[middle] !== "[" || isOwn(state, middle)) return false;
  const end = md.helpers.parseLinkLabel(state, middle);
  if (end < 0 || src[end + 1] === "[") return false;
  const words = fold(src.slice(pos + 1, middle - 1));
  const label = end === middle + 1 ? words : fold(src.slice(middle + 1, end));
  // A footnote is told of by another rule.
  if (words === "" || label === "" || label.includes("[") || words.startsWith("^") || label.startsWith("^")) {
    return false;
  }
  const found = undefinedIn.get(tokens) ?? [];
  found.push({ label, offset: pos, length: end + 1 - pos });
  undefinedIn.set(tokens, found);
  return false;
}

/** Whether brackets are more than words by themselves: a link, a footnote, words of another language. */
function isOwn(state: InlineState, at: number): boolean {
  const { pos } = state;
  state.pos = at;
  state.md.inline.skipToken(state);
  const isMore = state.pos > at + 1;
  state.pos = pos;
  return isMore;
}

import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import plugin from "markdown-it-footnote";
import type { Reading } from "./reading.ts";
import type { State } from "./state.ts";

/**
 * Notes stand at the end of their section; `docId` keeps their ids apart from those of other sections.
 *
 * The plugin drops a note that nothing refers to, or that is written twice. A `footnote_lost` token keeps its words
 * in the outline, so that the check for lost text reports them.
 */
export function footnotes(md: MarkdownIt): void {
  md.use(plugin);
  // `^[words]` is no footnote on a forge.
  md.inline.ruler.disable("footnote_inline");
  md.core.ruler.before("footnote_tail", "footnote_order", orderNotes);
  md.core.ruler.after("footnote_tail", "footnote_links", dropDeadLinks);
  const { rules } = md.renderer;
  rules.footnote_lost = () => "";
  rules.footnote_block_open = () => '<div class="footnotes">\n<ol>\n';
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  // The same number wherever the same note is meant.
  rules.footnote_caption = (tokens, index) => `[${Number(tokens[index]?.meta?.id ?? 0) + 1}]`;
  rules.footnote_anchor = (tokens, index, options, env: Reading, self) => {
    const name = rules.footnote_anchor_name?.(tokens, index, options, env, self) ?? "";
    const sub = Number(tokens[index]?.meta?.subId ?? 0);
    const id = sub > 0 ? `${name}:${sub}` : name;
    const label = md.utils.escapeHtml(env.words.backToText ?? "");
    // U+FE0E keeps the arrow from becoming a picture on phones.
    return ` <a href="#fnref${id}" class="footnote-backref" aria-label="${label}">↩\uFE0E</a>`;
  };
}

interface Note {
  readonly label: string;
  readonly tokens: Token[];
}

/** Puts notes after the text, none in another: the plugin loses what stands before a note in a note. */
function orderNotes(state: State): void {
  const text: Token[] = [];
  const notes: Note[] = [];
  const open: Note[] = [];
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") {
      const note = { label: String(token.meta.label), tokens: [token] };
      notes.push(note);
      open.push(note);
    } else (open.at(-1)?.tokens ?? text).push(token);
    if (token.type === "footnote_reference_close") open.pop();
  }
  const used: Readonly<Record<string, number>> = state.env.footnotes?.refs ?? {};
  const shown = new Map<string, Note>();
  const lost: Token[] = [];
  for (const note of notes) {
    const isShown = (used[`:${note.label}`] ?? -1) >= 0 && !shown.has(note.label);
    if (isShown) shown.set(note.label, note);
    else
      lost.push(
        ...note.tokens.filter(({ type }) => type === "inline").map((inline) => asLost(state, inline)),
      );
  }
  state.tokens = [...text, ...[...shown.values()].flatMap(({ tokens }) => tokens), ...lost];
}

function asLost({ Token }: State, inline: Token): Token {
  return Object.assign(new Token("footnote_lost", "", 0), { ...inline, type: "footnote_lost" });
}

/** A reference that is not printed, such as one in the alternative text of a picture, gets no link back to it. */
function dropDeadLinks(state: State): void {
  const nameOf = ({ meta }: Token): string => `${meta.id}:${meta.subId}`;
  const lost = state.tokens.filter(({ type }) => type === "footnote_lost");
  const kept = state.tokens.filter(({ type }) => type !== "footnote_lost");
  const printed = new Set<string>();
  for (const { children } of kept) {
    for (const token of children ?? []) if (token.type === "footnote_ref") printed.add(nameOf(token));
  }
  const isAlive = (token: Token): boolean => token.type !== "footnote_anchor" || printed.has(nameOf(token));
  state.tokens = [...kept.filter(isAlive), ...lost];
}

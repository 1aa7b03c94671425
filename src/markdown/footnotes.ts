import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import plugin from "markdown-it-footnote";
import type { Block } from "../model.ts";
import type { Reading } from "./reading.ts";
import type { State } from "./state.ts";

/**
 * Notes stand at the end of their section; `docId` keeps their ids apart from those of other sections.
 *
 * The plugin gathers them in a time that grows with the square of their number, loses what stands before a note in a
 * note, and drops a note that nothing refers to, or that is written twice. So we gather them ourselves: a
 * `footnote_lost` token keeps the words of a dropped one in the outline, for the check to report.
 */
export function footnotes(md: MarkdownIt): void {
  md.use(plugin);
  // `^[words]` is no footnote on a forge.
  md.inline.ruler.disable("footnote_inline");
  md.core.ruler.at("footnote_tail", gatherNotes);
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

/** What the plugin knows of a note that is referred to, in the order of the first reference to each. */
interface Use {
  readonly label: string;
  readonly count: number;
}

function gatherNotes(state: State): void {
  // Most texts have none.
  if (!state.src.includes("[^")) return;
  const { text, notes } = partNotes(state.tokens);
  const uses: readonly Use[] = state.env.footnotes?.list ?? [];
  const used = new Set(uses.map(({ label }) => label));
  const shown = new Map<string, readonly Token[]>();
  const lost: Token[] = [];
  for (const { label, tokens } of notes) {
    if (used.has(label) && !shown.has(label)) shown.set(label, tokens);
    else {
      const lostNote = { label, isDouble: shown.has(label) };
      const words = tokens.filter(({ type }) => type === "inline");
      lost.push(...words.map((inline) => asLost(state, inline, lostNote)));
    }
  }
  const references = [...text, ...[...shown.values()].flat()].flatMap(referencesIn);
  const printed = new Set(references.map(nameOf));
  const printNote = ({ label, count }: Use, id: number): Token[] => {
    const links = Array.from({ length: count }, (_, subId) =>
      ofNote(state, "footnote_anchor", { id, subId }),
    );
    // A reference that is not printed, such as one in the alternative text of a picture, gets no link back to it.
    const alive = links.filter((link) => printed.has(nameOf(link)));
    const words = [...(shown.get(label) ?? [])];
    const end = words.at(-1)?.type === "paragraph_close" ? words.splice(-1) : [];
    const open = ofNote(state, "footnote_open", { id, label });
    return [open, ...words, ...alive, ...end, ofNote(state, "footnote_close")];
  };
  const block =
    uses.length === 0
      ? []
      : [
          ofNote(state, "footnote_block_open"),
          ...uses.flatMap(printNote),
          ofNote(state, "footnote_block_close"),
        ];
  state.tokens = [...text, ...block, ...lost];
}

/** The text, and the notes that stand in it, none in another. */
function partNotes(tokens: readonly Token[]): { text: Token[]; notes: readonly Note[] } {
  const text: Token[] = [];
  const notes: Note[] = [];
  const open: Note[] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const note = { label: String(token.meta.label), tokens: [] };
      notes.push(note);
      open.push(note);
    } else if (token.type === "footnote_reference_close") open.pop();
    else (open.at(-1)?.tokens ?? text).push(token);
  }
  return { text, notes };
}

function referencesIn({ children }: Token): Token[] {
  return (children ?? []).filter(({ type }) => type === "footnote_ref");
}

/** What a reference and the link back to it have in common. */
function nameOf({ meta }: Token): string {
  return `${meta.id}:${meta.subId}`;
}

function ofNote({ Token }: State, type: string, meta: object | null = null): Token {
  const nesting = type.endsWith("_open") ? 1 : type.endsWith("_close") ? -1 : 0;
  return Object.assign(new Token(type, "", nesting), { meta });
}

function asLost({ Token }: State, inline: Token, lostNote: Block["lostNote"]): Token {
  const meta = { ...inline.meta, lostNote };
  return Object.assign(new Token("footnote_lost", "", 0), { ...inline, type: "footnote_lost", meta });
}

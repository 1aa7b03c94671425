import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { exchange } from "./exchange.ts";
import { offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";
import type { State } from "./state.ts";

export const NOTE_KINDS: readonly string[] = ["note", "tip", "important", "warning", "caution"];

export function isNoteKind(name: string): boolean {
  return NOTE_KINDS.includes(name.toLowerCase());
}

/** A quotation that begins with `[!NOTE]` on a line of its own is a note, as on the forges. */
export function notes(md: MarkdownIt): void {
  md.core.ruler.before("footnote_tail", "notes", (state) => {
    // Of each quotation that is open, whether it is a note.
    const open: boolean[] = [];
    const taken = new Set<Token>();
    const { tokens } = state;
    state.tokens = exchange(tokens, (token, index) => {
      if (taken.has(token)) return [];
      if (token.type === "blockquote_close" && open.pop() === true) {
        [token.type, token.tag] = ["note_close", "div"];
      }
      if (token.type !== "blockquote_open") return;
      const kind = takeMark(tokens.slice(index + 1, index + 4), taken);
      open.push(kind !== undefined);
      if (kind === undefined) return;
      [token.type, token.tag] = ["note_open", "div"];
      token.attrs = [
        ["class", `note note--${kind}`],
        ["role", "note"],
      ];
      return [token, ...label(state, kind)];
    });
  });
}

/** Takes the mark out of the first paragraph of a quotation, and the paragraph with it when it holds nothing else. */
function takeMark(paragraph: readonly Token[], taken: Set<Token>): string | undefined {
  const inline = paragraph[1];
  const [first, second] = inline?.children ?? [];
  if (paragraph[0]?.type !== "paragraph_open" || first?.type !== "text") return undefined;
  const kind = /^\[!([a-z]+)\]$/i.exec(first.content.trim())?.[1]?.toLowerCase() ?? "";
  if (!isNoteKind(kind) || (second !== undefined && !second.type.endsWith("break"))) return undefined;
  if (inline === undefined || second === undefined) for (const token of paragraph) taken.add(token);
  else {
    inline.children?.splice(0, 2);
    inline.meta = { ...inline.meta, offset: inline.content.indexOf("\n", offsetOf(second)) + 1 };
  }
  return kind;
}

function label(state: State, kind: string): Token[] {
  const { words } = state.env as Reading;
  const open = new state.Token("label_open", "p", 1);
  open.attrs = [["class", "note__label"]];
  const text = new state.Token("text", "", 0);
  text.content = words[kind] ?? kind;
  const close = new state.Token("label_close", "p", -1);
  close.block = true;
  return [open, text, close];
}

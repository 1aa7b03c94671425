import type MarkdownIt from "markdown-it";
import type { Reading } from "./reading.ts";

const KINDS = ["note", "tip", "important", "warning", "caution"];

/** A quotation that begins with `[!NOTE]` on a line of its own is a note, as on the forges. */
export function notes(md: MarkdownIt): void {
  md.core.ruler.push("notes", (state) => {
    const { words } = state.env as Reading;
    const open: ({ kind: string } | undefined)[] = [];
    state.tokens = state.tokens.flatMap((token, index, tokens) => {
      if (token.type === "blockquote_close") {
        if (open.pop() !== undefined) token.tag = "div";
        return [token];
      }
      if (token.type !== "blockquote_open") return [token];
      const inline = tokens[index + 1]?.type === "paragraph_open" ? tokens[index + 2] : undefined;
      const [first, second] = inline?.children ?? [];
      const kind = /^\[!([a-z]+)\]$/i
        .exec(first?.type === "text" ? first.content.trim() : "")?.[1]
        ?.toLowerCase();
      if (
        kind === undefined ||
        !KINDS.includes(kind) ||
        (second !== undefined && second.type !== "softbreak")
      ) {
        open.push(undefined);
        return [token];
      }
      open.push({ kind });
      inline?.children?.splice(0, 2);
      if (inline?.children?.length === 0) {
        // The mark was a paragraph of its own: an empty one would leave a gap.
        const [start, end] = [tokens[index + 1], tokens[index + 3]];
        if (start !== undefined && end !== undefined) start.hidden = end.hidden = true;
      }
      token.tag = "div";
      token.attrs = [
        ["class", `note note--${kind}`],
        ["role", "note"],
      ];
      const label = new state.Token("label_open", "p", 1);
      label.attrs = [["class", "note__label"]];
      const text = new state.Token("text", "", 0);
      text.content = words[kind] ?? kind;
      const end = new state.Token("label_close", "p", -1);
      end.block = true;
      return [token, label, text, end];
    });
  });
}

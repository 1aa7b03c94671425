import { fold } from "../../markdown/words.ts";
import type { Rule } from "../rule.ts";

/** Every word of a section is on the printed page, in its order: a template that drops a part is found here. */
export const lostText: Rule = {
  name: "lost-text",
  *check({ built }) {
    for (const { page, sections } of built) {
      const order = [...sections.keys()];
      for (const [index, section] of page.sections.entries()) {
        const words = sections.get(section.name);
        const place = { file: section.file, line: 1, column: 1 };
        if (words === undefined) {
          yield {
            message: `Cannot find the section "${section.name}" on ${page.path}; its template leaves it out`,
            place,
          };
          continue;
        }
        if (order[index] !== section.name && order.length === page.sections.length) {
          yield { message: `The section "${section.name}" is out of order on ${page.path}`, place };
        }
        const notes = new Set<string>();
        let from = 0;
        for (const block of section.blocks) {
          if (block.lostNote !== undefined) {
            const { label, isDouble } = block.lostNote;
            if (!notes.has(label)) yield { message: explainNote(label, isDouble), place: block.place };
            notes.add(label);
            continue;
          }
          const text = block.kind === "code" ? fold(block.text) : block.text;
          const found = words.indexOf(text, from);
          if (found >= 0) {
            from = found + text.length;
            continue;
          }
          const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
          yield { message: `Cannot find these words on ${page.path}: "${start}"`, place: block.place };
        }
      }
    }
  },
};

function explainNote(label: string, isDouble: boolean): string {
  const note = `"[^${label}]"`;
  return isDouble
    ? `Cannot print this footnote: another one is called ${note} already; give this one another name`
    : `Cannot print this footnote: nothing refers to it; write ${note} where it belongs, or take the note away`;
}

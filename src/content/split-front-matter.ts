import type { Problem } from "../model.ts";

/** A file in its two parts. */
export interface Parts {
  readonly frontMatter: string | undefined;
  readonly body: string;
  readonly problems: readonly Problem[];
}

/**
 * Parts a file into its front matter and its Markdown. Both keep their lines: what stands in the other part is
 * blank, so that line numbers hold in both.
 */
export function splitFrontMatter(text: string, file: string): Parts {
  const above = LATE.exec(text)?.[0] ?? "";
  const written = text.slice(above.length);
  const closed = /^---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|$)/s.exec(written);
  // A line of dashes may also begin the text; followed by a key it begins front matter that has no end.
  const open = isClosed(closed, written) ? null : OPEN.exec(written);
  const [whole, keys = ""] = open ?? closed ?? [];
  if (whole === undefined) return { frontMatter: undefined, body: text, problems: [] };
  const line = linesIn(above) + 1;
  const problem = (message: string): Problem => ({
    rule: "front-matter",
    severity: "error",
    message,
    place: { file, line, column: 1, length: 3 },
  });
  return {
    frontMatter: "\n".repeat(line) + keys,
    body: "\n".repeat(line - 1 + linesIn(whole)) + written.slice(whole.length),
    problems: [
      ...(above === "" ? [] : [problem("Cannot begin front matter below empty lines; take them away")]),
      ...(open === null
        ? []
        : [problem('Cannot find the end of the front matter; close it with a line "---"')]),
    ],
  };
}

/** Empty lines above what can only be front matter. */
const LATE = /^(?:[ \t]*\n)+(?=---[ \t]*\n(?:nav|reviewed|source):)/;

/** Front matter whose end was forgotten, as far as it is: to an empty line, or a heading. */
const OPEN = /^---[ \t]*\n([a-z]+:.*(?:\n(?![ \t]*\n|#+ ).+)*\n?)/;

const TITLE = /^(?:\s*<!--(?:(?!-->).)*-->)*\s*(?:# |[^\n]+\n=+\s*\n)/s;

/** The line of dashes may also belong to the text: then what looks like front matter runs on into it. */
function isClosed(found: RegExpExecArray | null, text: string): boolean {
  if (found === null) return false;
  const [whole, keys = ""] = found;
  if (TITLE.test(text.slice(whole.length))) return true;
  const below = /\n[ \t]*\n.*/s.exec(keys)?.[0] ?? "";
  return !/^(?:#+ |(?![\w-]+:(?:\s|$)|[#\s]).)/m.test(below);
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

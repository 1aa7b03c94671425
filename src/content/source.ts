import { readFileSync } from "node:fs";

/**
 * A text file as its editor wrote it, without the marks of its editor: no byte order mark, `\n` at line ends.
 * Nothing else could be done meanwhile, and a thousand small files take a fifth of the time that promises of them do.
 */
export function readSource(path: string): string {
  const text = readFileSync(path, "utf8");
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * Parts a file into its front matter and its Markdown. Both keep their lines: what stands in the other part is
 * blank, so that line numbers hold in both.
 */
export function splitFrontMatter(text: string): { frontMatter: string | undefined; body: string } {
  const match = /^---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|$)/s.exec(text);
  if (match === null) return { frontMatter: undefined, body: text };
  const lines = match[0].split("\n").length - 1;
  return { frontMatter: `\n${match[1] ?? ""}`, body: "\n".repeat(lines) + text.slice(match[0].length) };
}

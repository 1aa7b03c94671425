// Most sections say in a copy what their file says: only headings move down, and links lead elsewhere. To exchange these
// took 0.1 s for a thousand sections, where reading them again and writing Markdown for what was understood took 2.6 s.

import type { Html } from "mdast";
import type { Block, Heading, Section, Target } from "../../model.ts";

export interface AsWrittenOptions {
  readonly shift: 0 | 1;
  readonly addressOf: (target: Target, section: Section) => string | undefined;
  readonly onHeading: (node: Html, heading: Heading) => void;
}

/** What holds for one file and not for a page of many, is read by our rules alone, or vanishes. */
const ONLY_HERE = /<!--|\[\^|\]:|\{lang=|\{#|\[!\[/;
const PLAIN_ADDRESS = /^[\w\-./:#%?=&~+@,;!$*']+$/;
const CLOSED_FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/;

/** The text of a section from heading to heading as its file has it, or undefined where it has to be written anew. */
export function partsAsWritten(
  body: string,
  section: Section,
  options: AsWrittenOptions,
): Html[] | undefined {
  const { headings, links, pictures, markup, blocks } = section;
  if (pictures.length > 0 || markup.length > 0 || blocks.some(({ quotes }) => quotes !== undefined)) return;
  const lines = body.split("\n");
  for (const { address, target, place } of links.toReversed()) {
    const to = options.addressOf(target, section);
    if (to === address) continue;
    const [line, at] = [lines[place.line - 1] ?? "", place.column - 1];
    if (to === undefined || !PLAIN_ADDRESS.test(to) || !line.startsWith(address, at)) return;
    lines[place.line - 1] = line.slice(0, at) + to + line.slice(at + address.length);
  }
  for (const heading of headings) {
    const moved = headingLine(lines[heading.place.line - 1] ?? "", heading, options);
    if (moved === undefined) return;
    lines[heading.place.line - 1] = moved;
  }
  if (!isClosed(blocks.at(-1), body)) return;
  const starts = headings.map(({ place }) => place.line - 1);
  if (starts[0] === undefined || lines.slice(0, starts[0]).some((line) => line !== "")) return;
  const parts = starts.map((start, index) =>
    lines
      .slice(start, starts[index + 1])
      .join("\n")
      .trimEnd(),
  );
  if (parts.some((part) => ONLY_HERE.test(part))) return;
  return parts.map((value, index) => {
    const node: Html = { type: "html", value };
    const heading = headings[index];
    if (heading !== undefined) options.onHeading(node, heading);
    return node;
  });
}

/** Code that nothing ends would go on with the next section. */
function isClosed(last: Block | undefined, body: string): boolean {
  if (last?.kind !== "code") return true;
  const lines = body.trimEnd().split("\n");
  return lines.length > last.place.line && CLOSED_FENCE.test(lines.at(-1) ?? "");
}

function headingLine(
  line: string,
  { given, level }: Heading,
  { shift }: AsWrittenOptions,
): string | undefined {
  const [, signs = "", words = ""] = /^(#+)([ \t]+\S.*)$/.exec(line) ?? [];
  if (Math.min(6, signs.length + shift) !== level) return undefined;
  return "#".repeat(level) + (given ? words.replace(/[ \t]*\{#[^\s{}]+\}[ \t]*$/, "") : words);
}

import { slug } from "github-slugger";
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { placedIds, type Reading } from "./reading.ts";
import { fold, wordsOf } from "./words.ts";

/**
 * Gives each heading its id and its level on the page. The first heading has the file's name, whatever is given, others take
 * GitHub's rule or the id given as `## Text {#id}`. Where GitHub's rule leaves nothing (`## ???`) the id is `heading`.
 *
 * `token.meta` keeps the id that was wanted: markdown-it-anchor throws at a second one in a file, so that one is
 * numbered here for the preview's sake, and the check reports both.
 */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", ({ tokens, env }) => {
    const reading = env as Reading;
    const seen = placedIds(reading);
    const numbers = new Map<string, number>();
    let first = true;
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const inline = tokens[index + 1];
      const close = tokens[index + 2];
      if (inline === undefined || close === undefined) continue;
      const given = takeGivenId(inline);
      const named = first && token.tag === "h1";
      const id = named ? reading.docId : (given ?? slug(fold(wordsOf(inline.children ?? []))));
      const level = Math.min(6, Number(token.tag.slice(1)) + reading.shift);
      token.tag = close.tag = `h${level}`;
      const refused = id === given ? undefined : given;
      token.meta = { id, given: named || given !== undefined, level, ...(refused && { refused }) };
      // Signs alone make no id, which the check reports too; the page needs one.
      token.attrSet("id", unused(id || "heading", seen, numbers));
      first = false;
    }
  });
}

/** Takes `{#id}` off the end of a heading's text. */
function takeGivenId(inline: Token): string | undefined {
  const last = inline.children?.at(-1);
  if (last?.type !== "text") return undefined;
  const start = last.content.lastIndexOf("{#");
  const mark = start < 0 ? "" : last.content.slice(start);
  // What is escaped (`\{#id}`) is text: the source tells, the token does not.
  if (!/^\{#[^\s{}]+\}$/.test(mark) || !inline.content.endsWith(mark)) return undefined;
  if (inline.content.at(-mark.length - 1) === "\\") return undefined;
  last.content = last.content.slice(0, start).trimEnd();
  return mark.slice(2, -1);
}

/** `numbers` keeps the last number that an id was given: a thousand headings alike need not try all before it. */
function unused(id: string, seen: Set<string>, numbers: Map<string, number>): string {
  let free = id;
  let number = numbers.get(id) ?? 1;
  while (seen.has(free)) free = `${id}-${++number}`;
  numbers.set(id, number);
  seen.add(free);
  return free;
}

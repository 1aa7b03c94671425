import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { type ComparisonOptions, drawComparison, drawFigure } from "../diagrams/figure.ts";
import type { DrawnFlow } from "../diagrams/flow.ts";
import type { Reading } from "./reading.ts";
import { fold, wordsOf } from "./words.ts";

/** A drawing is HTML that we made, of words that were escaped. */
export function flows(md: MarkdownIt): void {
  md.renderer.rules.flow = (tokens, index) => tokens[index]?.content ?? "";
}

/** One flow that a text shows, with the words that its author gave it. */
interface Use {
  readonly drawn: DrawnFlow;
  readonly alternative: string;
}

/** Puts drawings where figures of flows stand. `render` makes HTML of the tokens of a line. */
export function placeFlows(
  tokens: Token[],
  drawn: ReadonlyMap<string, DrawnFlow>,
  { language, words }: Reading,
  render: (line: Token[]) => string,
): void {
  for (let index = tokens.length - 1; drawn.size > 0 && index >= 0; index--) {
    const [inline, opener] = [tokens[index], tokens[index - 1]];
    const uses = usesIn(inline, drawn);
    if (uses.length === 0 || inline === undefined) continue;
    // figure_open, and where there is a caption, caption_open, inline, caption_close.
    const captioned = opener?.type === "caption_close";
    const caption = captioned ? render(tokens[index - 2]?.children ?? []) : undefined;
    const Token = inline.constructor as new (type: string, tag: string, nesting: 0) => Token;
    const drawing = new Token("flow", "", 0);
    const start = index - (captioned ? 4 : 1);
    const id = tokens[start]?.attrGet("id") ?? undefined;
    // What follows the pictures leads to the figure.
    const link = render(inline.children?.filter(({ type }) => !/image|break/.test(type)) ?? []);
    drawing.content = draw(uses, language, {
      words,
      ...(caption !== undefined && { caption }),
      ...(id !== undefined && { id, link }),
    });
    tokens.splice(start, index + 2 - start, drawing);
    index = start;
  }
}

/** The flows of a figure, where all of them could be drawn. */
function usesIn(inline: Token | undefined, made: ReadonlyMap<string, DrawnFlow>): Use[] {
  const images = inline?.type === "inline" ? (inline.children ?? []) : [];
  if (images[0]?.meta?.standsAlone !== true) return [];
  const shown = images.filter(({ type }) => type === "image");
  const uses = shown.flatMap(({ meta, children }): Use[] => {
    const drawn = made.get(meta.file);
    return drawn === undefined ? [] : [{ drawn, alternative: fold(wordsOf(children ?? [])) }];
  });
  return uses.length === shown.length ? uses : [];
}

function draw(uses: readonly Use[], language: string, options: ComparisonOptions): string {
  const alternatives = uses.map(({ alternative }) => alternative);
  const [first, second] = uses.map(({ drawn }) => drawn);
  if (first === undefined) return "";
  const figure =
    second === undefined
      ? drawFigure(first, language, { ...options, alternative: alternatives[0] ?? "" })
      : drawComparison([first, second], language, { ...options, alternatives });
  return `${figure}\n`;
}

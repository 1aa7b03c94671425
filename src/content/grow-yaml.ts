// Lists in a YAML text grow by lines of their own: to write the whole text anew would change indents, comments and line
// ends that somebody else has chosen.

import { isMap, isNode, isSeq, type Pair, stringify } from "yaml";

/** A part of a text that another takes the place of. */
export interface Edit {
  readonly at: number;
  readonly until?: number;
  readonly text: string;
}

/** What comes behind an item of a list, by its number; what begins the list has -1. */
export type Growth = ReadonlyMap<number, readonly string[]>;

export class YamlText {
  readonly #text: string;
  readonly #end: string;

  constructor(text: string) {
    this.#text = text;
    this.#end = text.includes("\r\n") ? "\r\n" : "\n";
  }

  with(edits: readonly Edit[]): string {
    let [grown, done] = ["", 0];
    // What stands at one place keeps its order.
    for (const { at, until = at, text } of edits.toSorted((a, b) => a.at - b.at)) {
      grown += this.#text.slice(done, at) + text;
      done = until;
    }
    return grown + this.#text.slice(done);
  }

  /** Lines at the end, indented as they are to stand there. */
  append(lines: readonly string[]): Edit {
    if (this.#text.trim() === "") return { at: this.#text.length, text: lines.join(this.#end) + this.#end };
    return this.#below(this.#text.trimEnd().length, lines);
  }

  growList({ key, value }: Pair, growth: Growth): Edit[] {
    const items = isSeq(value) ? value.items.map(rangeOf) : [];
    const [first] = items;
    if (first === undefined) {
      const lines = [...growth.values()].flat().map((item) => `- ${written(item)}`);
      return this.#fillIn({ key, value }, lines);
    }
    if (isSeq(value) && value.flow) {
      return [...growth].map(([index, added]) => {
        const all = added.map(writtenInFlow).join(", ");
        const [, end] = items[index] ?? first;
        return index < 0 ? { at: first[0], text: `${all}, ` } : { at: end, text: `, ${all}` };
      });
    }
    const indent = this.#columnOf(rangeOf(value)[0]);
    return [...growth].map(([index, added]) => {
      const [, end] = items[index] ?? rangeOf(key);
      return this.#below(
        end,
        indented(
          indent,
          added.map((item) => `- ${written(item)}`),
        ),
      );
    });
  }

  /** Keys at the end of a mapping, each with a list. */
  growMap({ key, value }: Pair, lists: ReadonlyMap<string, readonly string[]>): Edit[] {
    const last = isMap(value) ? value.items.at(-1) : undefined;
    if (last === undefined) return this.#fillIn({ key, value }, listLines(lists));
    if (isMap(value) && value.flow) {
      const all = [...lists].map(([name, items]) => `, ${name}: [${items.map(writtenInFlow).join(", ")}]`);
      return [{ at: rangeOf(last.value)[1], text: all.join("") }];
    }
    const deepest = isSeq(last.value) && !last.value.flow ? last.value.items.at(-1) : last.value;
    const [, end] = rangeOf(deepest ?? last.key);
    return [this.#below(end, indented(this.#columnOf(rangeOf(last.key)[0]), listLines(lists)))];
  }

  /** What belongs to a key that has nothing yet, or empty brackets. */
  #fillIn({ key, value }: Pick<Pair, "key" | "value">, lines: readonly string[]): Edit[] {
    const [start, end] = rangeOf(key);
    const [from, until] = isNode(value) ? rangeOf(value) : [end, end];
    const isEmpty = /^(?:[[{]\s*[\]}]|~|null)$/i.test(this.#text.slice(from, until));
    const removed = !isEmpty ? [] : [{ at: this.#text.slice(0, from).trimEnd().length, until, text: "" }];
    return [...removed, this.#below(until, indented(this.#columnOf(start) + 2, lines))];
  }

  #below(offset: number, lines: readonly string[]): Edit {
    const at = offset + this.#text.slice(offset).search(/\r?\n|$/);
    return { at, text: lines.map((line) => this.#end + line).join("") };
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }
}

/** A list for each key, in lines: `/legal: []` */
export function listLines(lists: ReadonlyMap<string, readonly string[]>): string[] {
  return [...lists].flatMap(([key, items]) =>
    items.length === 0
      ? [`${key}: []`]
      : [
          `${key}:`,
          ...indented(
            2,
            items.map((item) => `- ${written(item)}`),
          ),
        ],
  );
}

export function indented(by: number, lines: readonly string[]): string[] {
  return lines.map((line) => " ".repeat(by) + line);
}

/** `404` is a text here, and no number. */
function written(item: string): string {
  return stringify(item, { lineWidth: 0 }).trimEnd();
}

function writtenInFlow(item: string): string {
  return /[,[\]{}]/.test(item) ? JSON.stringify(item) : written(item);
}

function rangeOf(node: unknown): readonly [number, number] {
  const [start = 0, end = 0] = (isNode(node) && node.range) || [];
  return [start, end];
}

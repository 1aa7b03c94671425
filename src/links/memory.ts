// What is known of each link, kept beside the site's content and committed with it. One line a link, in the order of
// addresses, each line whole by itself: two branches that add links merge, and a review shows what has changed.

import * as v from "valibot";
import type { Problem } from "../model.ts";
import { day } from "../yaml/shape.ts";

/** In the site's folder, and not among the files that editors write. */
export const MEMORY_FILE = "links.jsonl";

/** What an author meant by an address. */
export interface Memory {
  readonly address: string;
  /** The host that answers for it, as its author meant; absent while none has. */
  readonly domain?: string;
  /** Empty for a page without one; absent while nobody has seen it, and for what is no page. */
  readonly title?: string;
  /** The last day it was found as it should be. */
  readonly seen?: string;
  /** The day of the last check, when something was wrong then. */
  readonly failed?: string;
}

export type Memories = ReadonlyMap<string, Memory>;

const LINE: v.GenericSchema<unknown, Memory> = v.object({
  address: v.string(),
  domain: v.exactOptional(v.string()),
  title: v.exactOptional(v.string()),
  seen: v.exactOptional(day),
  failed: v.exactOptional(day),
});

export function readMemories(text: string): { memories: Memories; problems: readonly Problem[] } {
  const memories = new Map<string, Memory>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "") continue;
    const memory = readLine(line);
    if (memory === undefined) {
      const message = "Cannot read this line; take it away, and the next full check of links writes it anew";
      const place = { file: MEMORY_FILE, line: index + 1, column: 1, length: line.length };
      problems.push({ rule: "link-memory", severity: "error", message, place });
    } else memories.set(memory.address, later(memory, memories.get(memory.address)));
  }
  return { memories, problems };
}

/** A merge that kept both sides has an address twice. */
function later(one: Memory, other: Memory | undefined): Memory {
  return other === undefined || (one.seen ?? "") >= (other.seen ?? "") ? one : other;
}

function readLine(line: string): Memory | undefined {
  try {
    const { success, output } = v.safeParse(LINE, JSON.parse(line));
    return success ? output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeMemories(memories: Memories): string {
  const inOrder = [...memories.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  return inOrder
    .map(({ address, domain, title, seen, failed }) =>
      JSON.stringify({ address, domain, title, seen, failed }),
    )
    .map((line) => `${line}\n`)
    .join("");
}

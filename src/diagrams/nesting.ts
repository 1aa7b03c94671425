import type { Flow } from "./flow.ts";

/** The boundaries that hold an actor or a boundary, the outermost first. */
export function holdersOf(id: string, { actors, boundaries }: Flow): string[] {
  const within = new Map([...actors, ...boundaries].map((one) => [one.id, one.within]));
  const holders: string[] = [];
  for (let at = within.get(id); at !== undefined; at = within.get(at)) holders.unshift(at);
  return holders;
}

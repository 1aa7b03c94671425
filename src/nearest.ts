/**
 * The candidate that a mistyped word most likely means, or undefined when none is near:
 * `nearest("principels", ["principles", "faq"])` gives `"principles"`.
 *
 * Nearness is the optimal string alignment distance (an insertion, deletion, substitution or swap of neighbours
 * counts one), at most a third of the word's length. A candidate that begins or ends with the word is near too.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.normalize().toLowerCase();
  let best: string | undefined;
  // Another letter is another name.
  let least = (wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3))) + 1;
  let within: string | undefined;
  for (const candidate of candidates) {
    const other = candidate.normalize().toLowerCase();
    if (Math.abs(other.length - wanted.length) < least) {
      const distance = alignmentDistance(wanted, other);
      if (distance < least) [best, least] = [candidate, distance];
    }
    if (within === undefined && wanted.length >= 4 && (other.startsWith(wanted) || other.endsWith(wanted))) {
      within = candidate;
    }
  }
  return best ?? within;
}

function alignmentDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

/** `; did you mean "x"?` or nothing, for the end of a message. */
export function didYouMean(word: string, candidates: Iterable<string>, mark = ""): string {
  const name = nearest(word, candidates);
  return name === undefined ? "" : wayTo(name, { from: word, mark });
}

interface Way {
  /** What was written instead. */
  readonly from: string;
  readonly mark?: string;
  /** How the name as a message shows it, where that is not the name itself. */
  readonly shown?: string;
  /** What to do with a name that is itself written in an odd way. */
  readonly mend?: string;
}

/** `; did you mean "x"?`, unless the two look the same: then no one would see what to change. */
export function wayTo(
  name: string,
  { from, mark = "", shown = name, mend = "type that one anew" }: Way,
): string {
  if (name === from || name.normalize() !== from.normalize()) return `; did you mean "${mark}${shown}"?`;
  const same = "looks the same, but is written with other code points";
  return name === name.normalize()
    ? `; the one that is there ${same} than this (${formOf(from)}); type this one anew`
    : `; the one that is there ${same} (${formOf(name)}); ${mend}`;
}

function formOf(text: string): string {
  return text === text.normalize("NFD") ? "NFD" : "not NFC";
}

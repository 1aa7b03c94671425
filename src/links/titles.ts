/** The part of a title's words that has to stay. */
const KEPT = 1 / 2;

/**
 * Whether a title says the same as it did. Titles change a little: a version, the name of the site, a word for
 * another; so half of the shorter one's words are enough.
 */
export function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 ? shared >= Math.min(a.size, b.size) * KEPT : one === other;
}

function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

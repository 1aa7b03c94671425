// The same number looks different in each language: `1,000`, `1.000`, `1’000`, `1 000` and `١٬٠٠٠`.

/** A number of a text as it is written, and as it is the same in every language. */
export interface WrittenNumber {
  readonly words: string;
  /** Its digits alone: `1,000` and `1.000`, `0.5` and `0,5` are the same in two languages. */
  readonly key: string;
}

// Between digits these part no two numbers.
const PART = "[.,\u066B\u066C\uFF0E]\\p{Nd}+";
const numberWith = (separators: string): RegExp =>
  new RegExp(`\\p{Nd}+(?:${PART}|(?<=(?<!\\p{Nd})\\p{Nd}{1,3})[${separators}]\\p{Nd}{3}(?!\\p{Nd}))*`, "gu");
// Nor do these between groups of three. All white space of a text has become plain spaces here.
const NUMBER = numberWith("’'\uFF0C");
const SPACED = numberWith("’'\uFF0C ");

/**
 * The numbers of a text. `3 100` may be one or two: it is one where the other text, whose candidates these are, may hold
 * it as well.
 */
export function numbersIn(text: string, others: ReadonlySet<string>): WrittenNumber[] {
  return find(text, SPACED).flatMap((number) =>
    others.has(number.key) ? number : find(number.words, NUMBER),
  );
}

/** The keys of all numbers that a text may hold. */
export function candidates(text: string): string[] {
  return [SPACED, NUMBER].flatMap((pattern) => find(text, pattern).map(({ key }) => key));
}

function find(text: string, pattern: RegExp): WrittenNumber[] {
  return [...text.matchAll(pattern)].map(([words]) => ({ words, key: digitsOf(words) }));
}

/** `٢٠٢٦` and `２０２６` → `2026` */
function digitsOf(words: string): string {
  const digits = words.normalize("NFKC").replace(/\P{Nd}/gu, "");
  return /^\d*$/.test(digits) ? digits : digits.replace(/\p{Nd}/gu, digitValue);
}

/** In Unicode the digits of a script stand in a row from zero up, and some scripts one behind the other. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

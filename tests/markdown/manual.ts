// The manual of the rules: prose with examples in it. An example is a fence that holds Markdown, a line with a dot, and the
// HTML that comes of it. Words after the fence's backticks say what is special: `shift`, `alias=old:id`.

export interface Example {
  readonly line: number;
  readonly words: readonly string[];
  readonly input: string;
  readonly expected: string;
}

const EXAMPLE = /^(`{3,}) ?(.*)\n([\s\S]*?)^\.\n([\s\S]*?)^\1$/gm;

export function readExamples(manual: string): Example[] {
  return [...manual.matchAll(EXAMPLE)].map(({ index, 2: words = "", 3: input = "", 4: expected = "" }) => ({
    line: manual.slice(0, index).split("\n").length,
    words: words.split(" ").filter((word) => word !== ""),
    input,
    expected,
  }));
}

/** The manual with what is printed now in place of what was expected. */
export function rewriteExamples(manual: string, print: (example: Example) => string): string {
  const examples = readExamples(manual);
  return manual.replace(EXAMPLE, (whole, fence: string, words: string, input: string) => {
    const example = examples.shift();
    if (example === undefined) return whole;
    return `${fence}${words === "" ? "" : ` ${words}`}\n${input}.\n${print(example)}${fence}`;
  });
}

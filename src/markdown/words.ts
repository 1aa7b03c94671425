import type { Token } from "markdown-it";

/** The plain words of inline tokens, as a reader hears them: a picture counts with its alternative text. */
export function wordsOf(tokens: readonly Token[], { code = true, marked = true } = {}): string {
  let words = "";
  /** How many elements are open in words of another language. */
  let foreign = 0;
  for (const token of tokens) {
    if (!marked && (foreign > 0 || token.attrGet("lang") !== null)) foreign += token.nesting;
    if (foreign > 0) continue;
    if (token.type === "text" || token.type === "text_special") words += token.content;
    else if (token.type === "code_inline") words += code ? token.content : "";
    else if (token.type === "html_inline") words += token.hidden ? "" : token.content;
    else if (token.type === "softbreak" || token.type === "hardbreak") words += " ";
    else if (token.type === "image") words += wordsOf(token.children ?? []);
  }
  return words;
}

/** White space folded to single spaces, none at the ends. */
export function fold(text: string): string {
  // Most white space is one space already: to replace that by itself takes twice as long.
  return text.replace(/\s\s+|[^\S ]/g, " ").trim();
}

/** Puts a value into a word of the interface: `fill("Link to: {}", "Why")` gives `Link to: Why`. */
export function fill(phrase: string | undefined, value: string): string {
  return (phrase ?? "{}").replace("{}", () => value);
}

import type { Token } from "markdown-it";

/**
 * Tokens, some of them exchanged for others; where `by` gives undefined, the one stays. A list for each of them, as
 * `flatMap` wants it, would be a fifth of all garbage of a large site.
 */
export function exchange(
  tokens: readonly Token[],
  by: (token: Token, index: number) => readonly Token[] | undefined,
): Token[] {
  const exchanged: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const others = by(token, index);
    if (others === undefined) exchanged.push(token);
    else exchanged.push(...others);
  }
  return exchanged;
}

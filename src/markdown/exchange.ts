import type { Token } from "markdown-it";

/**
 * Tokens, some of them exchanged for others; where `by` gives undefined, the one stays. `flatMap` would want a list for
 * each of them.
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

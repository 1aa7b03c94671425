/**
 * Sets words in as few lines as fit the width, and these as even as can be. Breaks at spaces, after hyphens, and, where
 * nothing else is left, inside a word: `Environment-Repository` → `Environment-`, `Repository`.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = piecesOf(text).flatMap((piece) =>
    measure(piece.trimEnd()) > width ? cut(piece, width, measure) : [piece],
  );
  const lines = fill(pieces, width, measure);
  // The narrowest width that needs no more lines makes them even.
  let [low, high] = [Math.max(0, ...pieces.map((piece) => measure(piece.trimEnd()))), width];
  let best = lines;
  for (let round = 0; round < 6 && low < high; round++) {
    const middle = (low + high) / 2;
    const tried = fill(pieces, middle, measure);
    if (tried.length > lines.length) low = middle;
    else [high, best] = [middle, tried];
  }
  return best;
}

/** `Build pipeline` → `Build `, `pipeline`. The parts between which a line may end. */
export function piecesOf(text: string): string[] {
  return (
    text
      .trim()
      .match(/[^\s-]*(?:-+(?=[^\s-])|\s+|$)|[^\s-]*-+\s*/g)
      ?.filter((piece) => piece !== "") ?? []
  );
}

function fill(pieces: readonly string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function cut(piece: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const sign of piece) {
    if (part !== "" && measure(part + sign) > width) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part];
}

// The bars of a table's row. One behind a backslash is meant as a sign, in code as well.

/** Where the words of each cell begin: `cellOffsets("| a | b |")` gives `[2, 6, 9]`. */
export function cellOffsets(row: string): number[] {
  const begins = row.startsWith("|") ? [] : [0];
  for (const bar of barsIn(row)) begins.push(bar + 1);
  return begins.map((begin) => {
    const words = row.slice(begin).search(/\S/);
    return words < 0 ? begin : begin + words;
  });
}

/** The cells of a row as written: `cellsIn("| a | b |")` gives `[" a ", " b "]`. */
export function cellsIn(row: string): string[] {
  const trimmed = row.trim();
  const bars = barsIn(trimmed);
  const cells = [-1, ...bars].map((bar, index) => trimmed.slice(bar + 1, bars[index]));
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function barsIn(row: string): number[] {
  const bars: number[] = [];
  for (let at = row.indexOf("|"); at >= 0; at = row.indexOf("|", at + 1)) {
    if (row[at - 1] !== "\\") bars.push(at);
  }
  return bars;
}

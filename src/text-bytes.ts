const LETTERS = 64 * 1024;
// A letter of a string takes at most three bytes.
const BYTES_PER_LETTER = 3;
const buffer = new Uint8Array(BYTES_PER_LETTER * LETTERS);
const encoder = new TextEncoder();

/**
 * Hands on a text as UTF-8, as much at once as one small buffer holds, which the next bytes will take. To fetch fresh
 * memory for six megabytes takes several times as long as to write or to hash them.
 */
export function eachBytes(pieces: readonly string[], use: (bytes: Uint8Array) => void): void {
  let used = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.slice(at, endOfPart(piece, at));
      if (used + BYTES_PER_LETTER * part.length > buffer.length) {
        use(buffer.subarray(0, used));
        used = 0;
      }
      used += encoder.encodeInto(part, buffer.subarray(used)).written;
      at += part.length;
    }
  }
  if (used > 0) use(buffer.subarray(0, used));
}

/** Not between the two halves of a pair: each of them would become U+FFFD. */
function endOfPart(text: string, at: number): number {
  const end = at + LETTERS;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

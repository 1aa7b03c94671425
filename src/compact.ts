/**
 * The same text, at one byte a letter where its letters allow it. V8 keeps at two what was cut out of a text that needs
 * two anywhere, and then all that such a piece becomes part of: one “ in the words of the interface doubled every page. So it does with
 * some that optimised code puts together.
 */
export function compact(text: string): string {
  if (/[^\0-\xff]/.test(text)) return text;
  const bytes = text.length > scratch.length ? Buffer.allocUnsafe(text.length) : scratch;
  return bytes.toString("latin1", 0, bytes.write(text, "latin1"));
}

/** For most texts: to fetch fresh memory takes longer than to write it. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);

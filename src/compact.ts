/**
 * The same text, at one byte a letter where its letters allow it. V8 keeps at two what was cut out of a text that needs
 * two anywhere, and then all that such a piece becomes part of: one “ in the words of the interface doubled every page. So it does with
 * some that optimised code puts together.
 */
export function compact(text: string): string {
  const cut = Buffer.from(text, "latin1").toString("latin1");
  return cut === text ? cut : text;
}

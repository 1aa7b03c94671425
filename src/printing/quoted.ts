/** An editor's text in a style sheet. Whatever could end the text, or the style sheet, is written as its number. */
export function quoted(text: string): string {
  return `"${text.replace(/[^\w -]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

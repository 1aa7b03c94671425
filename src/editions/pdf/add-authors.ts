// Browsers write a title into a PDF, and no authors. A PDF can be amended at its end (ISO 32000-1, 7.5.6): the
// dictionary that tells of the document once more, with what it lacked, and a table that leads to it.

/** The same PDF, which also names its authors. */
export function addAuthors(pdf: Uint8Array, names: readonly string[]): Uint8Array {
  if (names.length === 0) return pdf;
  const text = Buffer.from(pdf).toString("latin1");
  const end = /^trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/s;
  const [, entries = "", start] = end.exec(text.slice(Math.max(0, text.lastIndexOf("trailer")))) ?? [];
  const number = /\/Info\s+(\d+)\s+0\s+R/.exec(entries)?.[1];
  const told = new RegExp(`(?:^|\\s)${number} 0 obj\\s*<<(.*?)>>\\s*endobj`, "s").exec(text)?.[1];
  if (number === undefined || start === undefined || told === undefined) {
    throw new Error("Cannot find where the PDF tells of itself, to name its authors there");
  }
  const info = `\n${number} 0 obj\n<<${told}\n/Author ${hexString(names.join(", "))}>>\nendobj\n`;
  const place = String(text.length + 1).padStart(10, "0");
  const table = `xref\n${number} 1\n${place} 00000 n \ntrailer\n<<${entries}\n/Prev ${start}>>\n`;
  const last = `startxref\n${text.length + info.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(info + table + last, "latin1")]);
}

/** In UTF-16, which holds every letter. */
function hexString(words: string): string {
  return `<feff${Buffer.from(words, "utf16le").swap16().toString("hex")}>`;
}

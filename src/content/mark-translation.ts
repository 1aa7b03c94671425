import { blobId } from "../history/blobs.ts";

/**
 * A translation whose front matter names the text that it now translates. Nothing else in it changes, neither its line
 * ends nor its byte order mark.
 */
export function markTranslation(translation: string, source: string): string {
  const [, start = "", text = ""] = /^(\uFEFF?)(.*)$/s.exec(translation) ?? [];
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const id = blobId(source);
  // In YAML digits alone, also with an "e" among them, are a number.
  const line = `source: ${/^\d+(?:e\d+)?$/.test(id) ? `"${id}"` : id}`;
  const [whole, open = "", frontMatter = "", rest = ""] =
    /^(---[ \t]*\r?\n)(.*?\n)??(---[ \t]*(?:\r?\n.*|))$/s.exec(text) ?? [];
  if (whole === undefined) return `${start}---${end}${line}${end}---${end}${end}${text}`;
  const known = /^source:.*?(?=\r?$)/m;
  const marked = known.test(frontMatter) ? frontMatter.replace(known, line) : `${frontMatter}${line}${end}`;
  return start + open + marked + rest;
}

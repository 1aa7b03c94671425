type Value = string | number | boolean | undefined;

/** An element of HTML or SVG. Attributes are escaped; what stands in it must be markup already, or `text()`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...inner: string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return "";
    return value === true ? ` ${key}` : ` ${key}="${text(String(value))}"`;
  });
  const open = `${name}${written.join("")}`;
  return inner.length === 0 && SHAPES.has(name) ? `<${open}/>` : `<${open}>${inner.join("")}</${name}>`;
}

const SHAPES = new Set(["circle", "path", "rect", "use"]);

/** What an editor wrote, as text in markup and in attributes. */
export function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign).replace(UNPRINTABLE, "");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// No XML may hold them, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

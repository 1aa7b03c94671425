/**
 * The styles of a book, with the page's colours written out: many reading systems know no custom properties. What has
 * a colour comes again for those that tell whether they are dark.
 */
export function bookStyles(rules: string, tokens: string): string {
  const colours = readColours(tokens);
  const plain = rules.replace(/\/\*[\s\S]*?\*\//g, "").trim();
  const dark = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = "", inner = ""]) => {
    const coloured = inner.split(";").filter((declaration) => declaration.includes("var("));
    return coloured.length === 0 ? [] : [`${selector.trim()} {${coloured.join(";")};\n}`];
  });
  const write = (text: string, side: "light" | "dark"): string =>
    text.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
      const colour = colours.get(name)?.[side];
      if (colour === undefined)
        throw new Error(`Cannot find the colour "--${name}" of book.css in tokens.css`);
      return colour;
    });
  return `${write(plain, "light")}\n\n@media (prefers-color-scheme: dark) {\n${write(dark.join("\n"), "dark")}\n}\n`;
}

/** Those of a page whose reader has asked for nothing else: the first of each name. */
function readColours(tokens: string): ReadonlyMap<string, { readonly light: string; readonly dark: string }> {
  const found = [...tokens.matchAll(/--([\w-]+):\s*light-dark\(([^,()]+),([^,()]+)\)/g)];
  return new Map(
    found
      .reverse()
      .map(([, name = "", light = "", dark = ""]) => [name, { light: light.trim(), dark: dark.trim() }]),
  );
}

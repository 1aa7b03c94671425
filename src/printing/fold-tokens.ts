import type { AllAssets } from "./assets.ts";

// A class may end like a token: `.heading--2:hover`
const DECLARATION = /(?<![\w-])(--[a-z][\w-]*):([^;{}]*);?/g;
const TOKENS = /@layer tokens\{:root\{([^{}]*)\}/g;

/**
 * Writes the value of a token wherever it is used, where it has the same value everywhere: fewer bytes before the first
 * words. Colours, which change with the scheme and with readers' wishes, stay tokens.
 */
export function foldTokens(assets: AllAssets): AllAssets {
  const { styles, rare, late, search, flows } = assets;
  const constants = constantsOf([styles, rare, late, search.styles, flows.styles, flows.late].join("\n"));
  const fold = (text: string): string => foldInto(text, constants);
  return {
    ...assets,
    styles: fold(styles),
    rare: fold(rare),
    late: fold(late),
    search: { ...search, styles: fold(search.styles) },
    flows: { ...flows, styles: fold(flows.styles), late: fold(flows.late) },
  };
}

/**
 * The tokens that are declared once, and made of nothing that is another thing elsewhere: a token is worked out where it
 * is declared, not where it is used. One with a fallback somewhere may be absent there on purpose.
 */
function constantsOf(styles: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const [, name = ""] of styles.matchAll(DECLARATION)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const tokens = [...styles.matchAll(TOKENS)].flatMap(([, block = ""]) => [...block.matchAll(DECLARATION)]);
  const single = new Map(
    tokens
      .map(([, name = "", value = ""]) => [name, value] as const)
      .filter(([name]) => counts.get(name) === 1 && !styles.includes(`var(${name},`)),
  );
  const values = [...single].map(([name, value]) => [name, resolve(value, single, [name])] as const);
  return new Map(values.filter(([, value]) => !value.includes("var(")));
}

/** A token that leads to itself has no value, here as in a browser. */
function resolve(text: string, tokens: ReadonlyMap<string, string>, above: readonly string[] = []): string {
  return text.replace(/var\((--[\w-]+)\)/g, (use, name: string) => {
    const value = above.includes(name) ? undefined : tokens.get(name);
    return value === undefined ? use : resolve(value, tokens, [...above, name]);
  });
}

function foldInto(styles: string, constants: ReadonlyMap<string, string>): string {
  const kept = styles.replace(DECLARATION, (all, name: string) => (constants.has(name) ? "" : all));
  return resolve(kept.replace(/@layer tokens\{:root\{\}\}/g, ""), constants);
}

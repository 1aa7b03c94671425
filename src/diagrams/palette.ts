/** The colours of a drawing that stands by itself. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

const NAMES = ["paper", "bar", "ink", "quiet", "rule", "spot"] as const;

/** The page's own colours, as its styles declare them: `--ink: light-dark(#14201a, #dde6df);` */
export function readPalettes(styles: string): { light: Palette; dark: Palette } {
  const found = NAMES.map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}:\\s*light-dark\\(([^,()]+),([^,()]+)\\)`).exec(styles) ?? [];
    if (light === undefined || dark === undefined) {
      throw new Error(`Cannot find the colour "--${name}: light-dark(…, …)" in the styles`);
    }
    return { name, light: light.trim(), dark: dark.trim() };
  });
  const pick = (side: "light" | "dark") =>
    Object.fromEntries(found.map((one) => [one.name, one[side]])) as Palette;
  return { light: pick("light"), dark: pick("dark") };
}

/** The looks of the shapes, as layouts/styles/flow-shapes.css has them on a page. */
export function rulesFor({ paper, bar, ink, quiet, rule, spot }: Palette): string {
  const tinted = (color: string, scope: string): string =>
    [
      `${scope} path,${scope} circle{stroke:${color}}`,
      `${scope} circle,${scope} .flow__head{fill:${color}}`,
      `${scope}.flow__step--repeats circle{fill:${paper};stroke:${paper}}`,
      `${scope} .letters{fill:${paper};stroke:none}`,
      `${scope}.flow__step--repeats .letters{fill:${color}}`,
    ].join("");
  return [
    `.ground{fill:${paper}}`,
    `path,circle,rect{fill:none;stroke:${ink};stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}`,
    `.ground{fill:${paper};stroke:none}`,
    `.letters{fill:${ink};stroke:none}`,
    ".sign{fill:inherit;stroke:none}",
    `.flow__boundary .letters{fill:${quiet}}`,
    `.flow__boundary rect{fill:${bar};stroke:${rule}}`,
    `.flow__actor rect,.flow__boundary--inner rect{fill:${paper}}`,
    tinted(ink, ".flow__step"),
    tinted(spot, ".flow__step--pull"),
    ".flow__step--pull path:first-child{stroke-dasharray:6 4;stroke-linecap:butt}",
    ".flow__step--optional path:first-child{stroke-dasharray:0 5;stroke-linecap:round}",
  ].join("");
}

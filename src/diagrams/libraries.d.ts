// Ships no types. These are the parts that we use.
declare module "opentype.js/dist/opentype.mjs" {
  export interface Glyph {
    readonly index: number;
    readonly advanceWidth?: number;
    getPath(x: number, y: number, size: number): { toPathData(decimals: number): string };
  }

  export interface Font {
    readonly unitsPerEm: number;
    charToGlyph(sign: string): Glyph;
  }

  export function parse(bytes: ArrayBuffer): Font;
}

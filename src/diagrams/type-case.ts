import type { Letters } from "./letters.ts";
import { element } from "./markup.ts";
import type { SetText } from "./shapes.ts";
import { TEXT } from "./sizes.ts";

export interface Faces {
  readonly plain: Letters;
  readonly strong: Letters;
}

/** Each sign is drawn once and then used: a flow in words has 900 of 60 kinds. */
export function openCase({ plain, strong }: Faces): { set: SetText; outlines: () => string[] } {
  const ids = new Map<string, string>();
  const shapes: string[] = [];
  const idOf = (sign: string, isStrong: boolean): string => {
    const known = ids.get(`${isStrong} ${sign}`);
    if (known !== undefined) return known;
    const id = `g${ids.size.toString(36)}`;
    ids.set(`${isStrong} ${sign}`, id);
    shapes.push(element("path", { id, class: "sign", d: (isStrong ? strong : plain).outline(sign, TEXT) }));
    return id;
  };
  const set: SetText = (words, x, y, place, isStrong) => {
    const face = isStrong ? strong : plain;
    const start = place === "middle" ? x - face.width(words, TEXT) / 2 : x;
    let at = 0;
    const uses = [...words].map((sign) => {
      const left = Math.round(at * 10) / 10;
      at += face.width(sign, TEXT);
      return sign.trim() === "" ? "" : element("use", { href: `#${idOf(sign, isStrong)}`, x: left });
    });
    return element(
      "g",
      { class: "letters", transform: `translate(${Math.round(start * 10) / 10} ${y})` },
      ...uses,
    );
  };
  return { set, outlines: () => shapes };
}

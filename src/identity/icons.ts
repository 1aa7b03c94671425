import { join } from "node:path";
import { hashOf, keepFile, versionOf } from "../cache.ts";
import { copyBelow } from "../copy-below.ts";
import { readPalettes } from "../diagrams/palette.ts";
import { asIco } from "./ico.ts";

/** A drawing as a file of its own, for one of those who show it. */
interface Icon {
  readonly name: string;
  readonly size: number;
  /** Where corners are cut: nothing shines through, and what matters lies in the middle. */
  readonly isCut?: boolean;
}

const FAVICON: Icon = { name: "favicon.ico", size: 32 };
const TOUCH: Icon = { name: "apple-touch-icon.png", size: 180, isCut: true };
/** What a web manifest names. */
export const APP_ICONS: readonly Icon[] = [
  { name: "icon-192.png", size: 192 },
  { name: "icon-512.png", size: 512 },
  { name: "icon-maskable-512.png", size: 512, isCut: true },
];
export const DRAWN_ICON = "icon.svg";

/** A launcher may cut all but a circle of 80 %. */
const SAFE = 0.1;

/** Raise it when this file or what renders the icons come to make other bytes of the same drawing. */
const revision = 1;

/** Writes a site's mark into the output, in every form that browsers, home screens and lists of apps ask for. */
export async function writeIcons(
  drawing: string,
  { output, cache, styles }: { readonly output: string; readonly cache: string; readonly styles: string },
): Promise<void> {
  const ground = readPalettes(styles).light.paper;
  const key = hashOf(JSON.stringify([revision, versionOf("sharp"), ground]), drawing);
  const write = async (name: string, make: () => Promise<string | Buffer>): Promise<void> => {
    const kept = join(cache, `${key}-${name}`);
    await keepFile(kept, make);
    await copyBelow(kept, output, name);
  };
  await write(DRAWN_ICON, async () => drawing);
  for (const icon of [FAVICON, TOUCH, ...APP_ICONS]) {
    await write(icon.name, async () => {
      const png = await render(drawing, icon, ground);
      return icon === FAVICON ? asIco(png, icon.size) : png;
    });
  }
}

async function render(drawing: string, { size, isCut = false }: Icon, ground: string): Promise<Buffer> {
  const { renderSquare } = await import("../images/encode.ts");
  return renderSquare(drawing, size, isCut ? { margin: Math.round(size * SAFE), ground } : {});
}

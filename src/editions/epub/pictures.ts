import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { DomUtils } from "htmlparser2";
import { relativeAddress } from "../../content/addresses.ts";
import type { Document } from "../../model.ts";
import { type Element, findAll, isNamed, type PictureFile, pictureFiles, widestOf } from "../page-tree.ts";
import type { Chapter } from "./chapters.ts";
import type { Part } from "./part.ts";

/** Only an animation has no other form than these, and reading systems need not show them. */
const NEWER = /\.(?:avif|webp)$/;

/** Leads the pictures of all chapters into the book, in the format that everybody shows, and gives them. */
export async function takePictures(chapters: readonly Chapter[], document: Document): Promise<Part[]> {
  const files = pictureFiles(document);
  const taken = new Map<string, Part>();
  for (const { path, page, element } of chapters) {
    for (const image of findAll(element, isNamed("img"))) {
      const printed = posix.join(posix.dirname(page.path), widestOf(image) ?? "");
      const file = files.get(printed);
      if (file === undefined)
        throw new Error(`Cannot find the picture "${printed}" that "${page.path}" shows`);
      const own = `pictures/${posix.basename(printed).replace(NEWER, ".png")}`;
      if (!taken.has(own)) taken.set(own, { path: own, content: await readPicture(file) });
      const { srcset: _, sizes: __, ...kept } = image.attribs;
      image.attribs = { ...kept, src: relativeAddress(path, own) };
      const { parent } = image;
      if (parent?.type === "tag" && (parent as Element).name === "picture") {
        DomUtils.replaceElement(parent as Element, image);
      }
    }
  }
  return [...taken.values()];
}

async function readPicture({ cached, type }: PictureFile): Promise<Uint8Array> {
  const bytes = await readFile(cached);
  if (type !== "image/avif" && type !== "image/webp") return bytes;
  const { renderStill } = await import("../../images/encode.ts");
  return renderStill(bytes);
}

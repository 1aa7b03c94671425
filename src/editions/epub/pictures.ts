import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { DomUtils } from "htmlparser2";
import { relativeAddress } from "../../content/addresses.ts";
import type { Document } from "../../model.ts";
import { type Element, findAll, isNamed, pictureFiles, widestOf } from "../page-tree.ts";
import type { Chapter } from "./chapters.ts";
import type { Part } from "./part.ts";

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
      const own = `pictures/${posix.basename(printed)}`;
      if (!taken.has(own)) taken.set(own, { path: own, content: await readFile(file.cached) });
      image.attribs.src = relativeAddress(path, own);
      const { parent } = image;
      if (parent?.type === "tag" && (parent as Element).name === "picture") {
        DomUtils.replaceElement(parent as Element, image);
      }
    }
  }
  return [...taken.values()];
}

import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { DomUtils } from "htmlparser2";
import { inlineOf } from "../hosting/policy.ts";
import type { BuiltPage } from "../model.ts";
import { absoluteAddress } from "./addresses.ts";
import {
  type Element,
  findAll,
  isNamed,
  type PictureFile,
  readTree,
  removeAll,
  widestOf,
  writeTree,
} from "./page-tree.ts";

/**
 * The explainer as one file that asks for nothing: pictures in it, no scripts, links out of the page whole. The other
 * pages are not in it, because their ids are their own: the same one may stand on two pages.
 */
export async function packPage(
  built: BuiltPage,
  address: string,
  pictures: ReadonlyMap<string, PictureFile>,
): Promise<string> {
  const tree = readTree(built);
  removeAll(tree, isNamed("script", "noscript"));
  removeAll(tree, ({ attribs }) => /icon|manifest/.test(attribs.rel ?? ""));
  for (const element of findAll(tree, ({ attribs }) => attribs.href !== undefined)) {
    element.attribs.href = absoluteAddress(element.attribs.href ?? "", built.page, address);
  }
  for (const image of findAll(tree, isNamed("img"))) await packPicture(image, built.page.path, pictures);
  // The policy of the page would not let it show what stands in itself. Its styles are as they were.
  const { styles } = inlineOf(built.html);
  for (const meta of findAll(tree, isPolicy)) meta.attribs.content = policyWith(styles);
  return writeTree(tree);
}

/** WebP, where there is one: every browser of the last years shows it, and it is half of what a PNG takes. */
async function packPicture(
  image: Element,
  path: string,
  pictures: ReadonlyMap<string, PictureFile>,
): Promise<void> {
  const picture = image.parent as Element | null;
  const isChoice = picture?.type === "tag" && picture.name === "picture";
  const sources = isChoice ? findAll(picture, ({ attribs }) => attribs.type === "image/webp") : [];
  const offered = widestOf(sources[0] ?? image) ?? "";
  const file = pictures.get(posix.join(posix.dirname(path), offered));
  if (file === undefined) return;
  const bytes = await readFile(file.cached, "base64");
  const { srcset: _, sizes: __, loading: ___, ...kept } = image.attribs;
  image.attribs = { ...kept, src: `data:${file.type};base64,${bytes}` };
  if (isChoice) DomUtils.replaceElement(picture, image);
}

function isPolicy({ attribs }: Element): boolean {
  return attribs["http-equiv"] === "Content-Security-Policy";
}

function policyWith(styles: readonly string[]): string {
  return `default-src 'none'; style-src ${styles.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}

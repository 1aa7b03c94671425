import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from "node:path";
import { isAbsent } from "../error-code.ts";
import type { PictureFault } from "../model.ts";
import { nearest } from "../nearest.ts";
import { findActiveContent } from "./active-content.ts";

export const extensions: readonly string[] = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];

/** The bytes of a picture in the site's folder. */
export async function readOriginal(folder: string, file: string): Promise<Buffer | PictureFault> {
  const path = resolve(folder, file);
  if (!isWithin(folder, path)) return { kind: "outside" };
  const extension = extname(path).toLowerCase();
  if (!extensions.includes(extension)) return { kind: "unsupported", extension };
  // An address may hold "%00", which no file system takes.
  if (path.includes("\0")) return { kind: "missing" };
  try {
    const root = await realpath(folder);
    if (!isWithin(root, await realpath(dirname(path)))) return { kind: "outside" };
    // Found by its exact name: a desk may not tell `Photo.png` from `photo.png`, the published site does.
    const names = await readdir(dirname(path));
    if (!names.includes(basename(path))) return missing(file, names);
    const real = await realpath(path);
    if (!isWithin(root, real)) return { kind: "outside" };
    if (!(await stat(real)).isFile()) return { kind: "missing" };
    const bytes = await readFile(real);
    const active = extension === ".svg" ? findActiveContent(bytes.toString("utf8")) : undefined;
    return active === undefined ? bytes : { kind: "active", what: active };
  } catch (error) {
    if (isAbsent(error)) return { kind: "missing" };
    throw new Error(`Cannot read the picture "${file}"`, { cause: error });
  }
}

function missing(file: string, names: readonly string[]): PictureFault {
  const pictures = names.filter((name) => extensions.includes(extname(name).toLowerCase()));
  const name = nearest(basename(file), pictures);
  if (name === undefined) return { kind: "missing" };
  return { kind: "missing", nearest: file.slice(0, -basename(file).length) + name };
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

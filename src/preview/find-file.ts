import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isAbsent } from "../error-code.ts";

/** What an address leads to. `moved` is a folder that was asked for without its slash. */
export type Found =
  | { readonly kind: "file"; readonly path: string; readonly bytes: Buffer }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "malformed" }
  | { readonly kind: "nothing" };

const NOTHING: Found = { kind: "nothing" };

/**
 * The file that a request's path means, read at once, because the folder may be another one a moment later:
 * `/` is `index.html`, `/tutorial` is `tutorial.html`, `/de/` is `de/index.html`.
 *
 * The path is taken as it was sent. `new URL` would resolve `..` first and hide what was asked for.
 */
export async function findFile(folder: string, path: string): Promise<Found> {
  if (!path.startsWith("/")) return { kind: "malformed" };
  const names = decodeNames(path.slice(1));
  if (names === undefined) return { kind: "malformed" };
  const wantsFolder = names.at(-1) === "";
  if (wantsFolder) names.pop();
  if (!names.every(isPlainName)) return NOTHING;

  const plain = join(folder, ...names);
  const candidates = wantsFolder ? [join(plain, "index.html")] : [plain, `${plain}.html`];
  for (const candidate of candidates) {
    const bytes = await readInside(folder, candidate);
    if (bytes !== undefined) return { kind: "file", path: candidate, bytes };
  }
  const isFolder = !wantsFolder && (await readInside(folder, join(plain, "index.html"))) !== undefined;
  return isFolder ? { kind: "moved", to: `${path}/` } : NOTHING;
}

/** The names between the slashes, or undefined when the percent-encoding is broken. */
function decodeNames(path: string): string[] | undefined {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

// An empty name is refused as well: `//example.org` redirected to its slash would lead to another machine.
function isPlainName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

/** The content of a file that is in the folder also when every symbolic link is followed. */
async function readInside(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(path)]);
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    // Only plain files: reading a named pipe would wait for ever.
    return (await stat(file)).isFile() ? await readFile(file) : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

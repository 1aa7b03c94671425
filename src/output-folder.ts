import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./arguments.ts";

/**
 * The folder that a build may replace. Whatever is in it goes, so it must be new, empty, or an earlier output:
 * a slip of the keyboard must not cost anybody a folder. An earlier output is known by the names of what is in it.
 */
export function outputFolder(
  output: string,
  folder: string,
  isEarlier: (names: readonly string[]) => boolean = isBuilt,
): string {
  const wanted = resolve(output);
  const site = resolve(folder);
  if (holds(wanted, site) || holds(wanted, process.cwd())) {
    throw new UsageError(`Cannot build into "${output}": it holds the site itself; name another folder`);
  }
  if (["content", "images"].some((part) => holds(join(site, part), wanted))) {
    throw new UsageError(
      `Cannot build into "${output}": that is where the site's own files are; name another folder`,
    );
  }
  if (!existsSync(wanted)) return wanted;
  if (!statSync(wanted).isDirectory()) {
    throw new UsageError(`Cannot build into "${output}": it is a file; name a folder`);
  }
  const names = readdirSync(wanted);
  // We print no hidden files: where there are some, such as ".git", the folder is more than an earlier output.
  if (names.length > 0 && (!isEarlier(names) || names.some((name) => name.startsWith(".")))) {
    throw new UsageError(
      `Cannot build into "${output}": it holds other files; name a new folder, or empty it`,
    );
  }
  return wanted;
}

/** Many a folder holds a page, but only ours that and what its host needs. */
function isBuilt(names: readonly string[]): boolean {
  return names.includes("index.html") && names.includes("_server");
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  // On Windows there is no relative way from one drive to another.
  return path.split(sep)[0] !== ".." && !isAbsolute(path);
}

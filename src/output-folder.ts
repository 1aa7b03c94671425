import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./arguments.ts";

/**
 * The folder that a build may replace. Whatever is in it goes, so it must be new, empty, or an earlier output:
 * a slip of the keyboard must not cost anybody a folder. By what was `made` there an earlier output is known.
 */
export function outputFolder(output: string, folder: string, made = "index.html"): string {
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
  if (names.length > 0 && (!names.includes(made) || names.some((name) => name.startsWith(".")))) {
    throw new UsageError(
      `Cannot build into "${output}": it holds other files; name a new folder, or empty it`,
    );
  }
  return wanted;
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  // On Windows there is no relative way from one drive to another.
  return path.split(sep)[0] !== ".." && !isAbsolute(path);
}

import { git } from "./git.ts";

/** The parts of a site's folder. */
export const PARTS = ["content", "images"];

/** A folder's parts in the repository's tree, as git takes them: `docs/` → `:(top,literal)docs/content`. */
export function partsOf(places: readonly string[], parts: readonly string[] = PARTS): string[] {
  return places.flatMap((place) => parts.map((part) => `:(top,literal)${place}${part}`));
}

/** What was moved, by one of git's commands that compare. Undefined where git cannot tell. */
export function readRenames(
  folder: string,
  [command, ...words]: readonly ["diff-tree" | "diff-index", ...string[]],
): Promise<string | undefined> {
  const renames = ["-r", "-z", "-M50%", "-l1000", "--name-status", "--diff-filter=R"];
  return git(folder, ["-c", "diff.relative=false", command, ...renames, ...words]);
}

/** Where most files of the site that stands at `place` were before they were moved together: `website/` → `site/`. */
export function findPlaceBefore(renames: string, place: string): string | undefined {
  // A letter, the name before, the name after.
  const words = renames.split("\0");
  const counts = new Map<string, number>();
  for (let at = 0; at + 2 < words.length; at += 3) {
    const before = placeBefore(words[at + 1] ?? "", words[at + 2] ?? "", place);
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  return [...counts].sort(([, few], [, many]) => many - few)[0]?.[0];
}

/** `site/content/en/why.md`, `website/content/en/why.md`, `website/` → `site/` */
function placeBefore(from: string, to: string, place: string): string | undefined {
  const name = to.slice(place.length);
  const isPart = to.startsWith(place) && PARTS.some((part) => name.startsWith(`${part}/`));
  return isPart && `/${from}`.endsWith(`/${name}`) ? from.slice(0, from.length - name.length) : undefined;
}

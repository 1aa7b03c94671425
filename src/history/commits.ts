import { git } from "./git.ts";
import { type Commit, parseLog, parseWordsLog, pastOf, wordsOf } from "./log.ts";
import { findPlaceBefore, PARTS, partsOf, readRenames } from "./places.ts";

/** The commits of a site's folder, the newest first. Names of files are from the top of the repository. */
export interface FolderPast {
  readonly commits: readonly Commit[];
  /** Where the folder lies in the repository, and where it lay before: `website/`, `site/`. */
  readonly places: readonly string[];
}

interface PastOrder {
  /** Where it lies now, as soon as git has said so. */
  readonly below: Promise<string>;
  /** Folders of the site whose files may note what they were translated from. */
  readonly translations: readonly string[];
}

/** Undefined where git cannot tell. */
export async function readCommits(
  folder: string,
  { below, translations }: PastOrder,
): Promise<FolderPast | undefined> {
  const [past, words] = await Promise.all([followFolder(folder, below), readWords(folder, translations)]);
  if (past === undefined || translations.length === 0) return past;
  const { commits, places } = past;
  const isMoved = places.length > 1;
  const written = isMoved ? await readWords(folder, partsOf(places, translations)) : words;
  return { commits: withoutRenewals(commits, written, { places, translations }), places };
}

/** Git follows no folder by itself: where the first commit of it has moved it there, its past goes on elsewhere. */
async function followFolder(folder: string, below: Promise<string>): Promise<FolderPast | undefined> {
  let [log, place] = await Promise.all([git(folder, pastOf(PARTS)), below]);
  const places = [place];
  while (log !== undefined) {
    const commits = parseLog(log);
    const first = commits.at(-1);
    const renames = mayHaveMoved(first)
      ? await readRenames(folder, ["diff-tree", "--no-commit-id", first.id])
      : "";
    if (renames === undefined) return undefined;
    const before = findPlaceBefore(renames, place);
    if (before === undefined || places.includes(before)) return { commits, places };
    place = before;
    places.push(place);
    log = await git(folder, pastOf(partsOf(places)));
  }
  return undefined;
}

function mayHaveMoved(first: Commit | undefined): first is Commit {
  return first !== undefined && !first.isRoot && first.files.every(({ kind }) => kind === "created");
}

async function readWords(folder: string, translations: readonly string[]): Promise<string | undefined> {
  return translations.length === 0 ? undefined : git(folder, wordsOf(translations));
}

/** Who only notes that a translation is up to date has changed nothing for readers. An earlier git does not tell. */
function withoutRenewals(
  commits: readonly Commit[],
  answer: string | undefined,
  { places, translations }: Pick<FolderPast, "places"> & Pick<PastOrder, "translations">,
): readonly Commit[] {
  if (answer === undefined) return commits;
  const written = parseWordsLog(answer);
  const folders = places.flatMap((place) => translations.map((name) => `${place}${name}/`));
  return commits.map((commit) => {
    if (commit.isMerge) return commit;
    const files = commit.files.map((file) => {
      const mayRenew = file.kind === "written" && folders.some((name) => file.name.startsWith(name));
      return mayRenew && written.get(commit.id)?.has(file.name) !== true ? { ...file, isSame: true } : file;
    });
    return { ...commit, files };
  });
}

import type { List, Picture, PictureFault, Problem, Shown, Site } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { readList } from "./lists.ts";

type ReadPicture = (file: string, displayWidth: number) => Promise<Picture | PictureFault>;

/** How wide a portrait stands on the page, in CSS pixels. */
const PORTRAIT_WIDTH = 112;

/** The lists that sections and pages show, by name, and what is wrong with them. */
export async function readShownLists(
  { sections, pages, languages, legal }: Site,
  files: ReadonlySet<string>,
  read: (file: string) => string | undefined,
  readPicture: ReadPicture,
): Promise<{ lists: ReadonlyMap<string, Shown>; problems: readonly Problem[] }> {
  const lists = new Map<string, Shown>([["legal", { kind: "legal" }]]);
  const seen = new Set(["legal"]);
  const problems: Problem[] = [];
  for (const { shows, place } of [...sections, ...pages]) {
    if (shows === undefined) continue;
    const file = `content/_data/${shows}.yaml`;
    const slip = (message: string): void =>
      void problems.push({ rule: "list", severity: "error", message, place });
    if (shows === "legal" && Object.keys(legal).length === 0) slip(NO_FACTS);
    if (shows !== "legal" && !files.has(file)) slip(noList(shows, files));
    if (seen.has(shows)) continue;
    seen.add(shows);
    const source = read(file);
    if (source === undefined) continue;
    const { list, problems: slips } = readList(source, file, languages);
    problems.push(...slips);
    if (list !== undefined) lists.set(shows, await withPortraits(list, readPicture));
  }
  return { lists, problems };
}

const NO_FACTS = 'Cannot show "legal": no fact of it is there; add "legal:" with "provider: null" to start';

async function withPortraits(list: List, readPicture: ReadPicture): Promise<List> {
  if (list.kind !== "people") return list;
  const people = await Promise.all(
    list.people.map(async (person) => {
      if (person.portrait?.file === undefined) return person;
      const picture = await readPicture(person.portrait.file, PORTRAIT_WIDTH);
      return picture.kind === "picture" ? { ...person, picture } : person;
    }),
  );
  return { ...list, people };
}

function noList(name: string, files: ReadonlySet<string>): string {
  const found = [...files].flatMap((file) => /^content\/_data\/([^/]+)\.yaml$/.exec(file)?.[1] ?? []);
  const known = [...found.filter((list) => list !== "site" && list !== "addresses"), "legal"];
  const wayOut = didYouMean(name, known) || `; write it, or show one of: ${known.join(", ")}`;
  return `Cannot find the list "${name}" (content/_data/${name}.yaml)${wayOut}`;
}

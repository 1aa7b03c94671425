import { editAddress, isKnownForge, webAddress } from "../history/forges.ts";
import type { Past } from "../history/past.ts";
import type { Change, Page, Section, Site } from "../model.ts";

/** The repository that the settings name, or else the one that git was given, where a browser can open it. */
export function repositoryOf({ repository }: Site, { remote }: Past): string | undefined {
  if (repository !== undefined) return webAddress(repository);
  const address = remote === undefined ? undefined : webAddress(remote);
  return address !== undefined && isKnownForge(address) ? address : undefined;
}

/** Pages whose parts know when they were last changed, and where they are edited. */
export function markHistory(pages: readonly Page[], past: Past, repository: string | undefined): Page[] {
  const days = lastDays(past.changes);
  return pages.map((page) => ({
    ...page,
    sections: page.sections.map((section) => {
      const changed = changedOn(section, past, days);
      const edit = repository === undefined ? undefined : editOf(section, past, repository);
      return { ...section, ...(changed && { changed }), ...(edit && { edit }) };
    }),
  }));
}

/** The day of a page's last change; undefined where that of a part is not known. */
export function lastDayOf({ sections }: Page): string | undefined {
  const days = sections.map(({ changed }) => changed);
  return days.includes(undefined) ? undefined : latest(days.flatMap((day) => day ?? []));
}

/** The files whose words and pictures readers see in a section. */
export function filesOf({ file, pictures, shown }: Section): string[] {
  const list = shown === undefined || shown.kind === "legal" ? [] : [shown.file];
  const portraits = shown?.kind === "people" ? shown.people.flatMap(({ portrait }) => portrait ?? []) : [];
  return [file, ...list, ...[...pictures, ...portraits].flatMap((use) => use.file ?? [])];
}

/** By file, the day in UTC, so that it is the same on every machine. */
function lastDays(changes: readonly Change[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { time, files } of changes) {
    const day = time.slice(0, 10);
    for (const file of files) if (day > (days.get(file) ?? "")) days.set(file, day);
  }
  return days;
}

/** Undefined for what is otherwise now than in the last commit: it has no day yet. */
function changedOn(
  section: Section,
  { committed, touched }: Past,
  days: ReadonlyMap<string, string>,
): string | undefined {
  const files = filesOf(section);
  if (files.some((file) => !committed.has(file) || touched.has(file))) return undefined;
  return latest(files.flatMap((file) => days.get(file) ?? []));
}

function latest(days: readonly string[]): string | undefined {
  return days.toSorted().at(-1);
}

function editOf({ file, headings }: Section, past: Past, repository: string): string | undefined {
  if (!past.committed.has(file)) return undefined;
  const line = headings[0]?.place.line ?? 1;
  return editAddress(repository, { file: past.below + file, branch: past.branch, line });
}

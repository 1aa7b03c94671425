import type { Change, Document, Page, Section } from "../model.ts";
import { pagePath, publicPath } from "./addresses.ts";
import { filesOf } from "./history.ts";

/** A change as readers are told of it. */
export interface ToldChange extends Pick<Change, "id" | "time"> {
  readonly words: string;
  /** In the order of pages and sections. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly page: Page;
  readonly section: Section;
}

const CHANGES = "changes";

/** As many as somebody reads; older ones are in the repository. */
const MOST = 50;

/** The changes that readers of a language can see, the newest first. */
export function tellChanges(
  language: string,
  { pages, history }: Pick<Document, "pages" | "history">,
): ToldChange[] {
  const own = pages.filter((page) => page.language === language);
  const parts = own.flatMap((page) => page.sections.map((section) => ({ page, section })));
  const byFile = new Map<string, Part[]>();
  for (const part of parts) {
    for (const file of filesOf(part.section)) byFile.set(file, [...(byFile.get(file) ?? []), part]);
  }
  const told: ToldChange[] = [];
  for (const { id, time, isMerge, subject, files } of history.changes) {
    if (told.length === MOST) break;
    const words = isMerge ? undefined : usefulWords(subject);
    const changed = new Set(files.flatMap((file) => byFile.get(file) ?? []));
    if (words === undefined || changed.size === 0) continue;
    told.push({ id, time, words, parts: parts.filter((part) => changed.has(part)) });
  }
  return told.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
}

const CHORE =
  /^(?:(?:fixup|squash|amend)! |(?:build|chore|ci|refactor|style|tests?)(?:\([^)]*\))?!?:|Merge )/i;
const KIND = /^(?:content|docs|feat|fix|perf|revert)(?:\([^)]*\))?!?:\s*/i;

/**
 * `docs(faq): answer more (#12)` gives `Answer more`: without what is there for machines. Undefined for what is no news to
 * readers, and says so at its beginning.
 */
export function usefulWords(subject: string): string | undefined {
  if (CHORE.test(subject)) return undefined;
  const words = subject
    .replace(/\p{Control}/gu, "")
    .replace(KIND, "")
    .replace(/\s*\([#!]\d+\)$/, "")
    .trim();
  return words === "" ? undefined : words.replace(/^\p{Lower}/u, (letter) => letter.toUpperCase());
}

/** A page for each language in which there is something to tell, unless its editors use that address. */
export async function planChangesPages(
  document: Pick<Document, "site" | "pages" | "history">,
  words: (language: string) => Promise<Readonly<Record<string, string>>>,
): Promise<Page[]> {
  const { languages, pages, redirects } = document.site;
  if (pages.some(({ name }) => name === CHANGES)) return [];
  if (redirects.some(({ old }) => old === publicPath(CHANGES))) return [];
  const telling = languages.filter((language) => tellChanges(language, document).length > 0);
  return Promise.all(
    telling.map(async (language) => ({
      name: CHANGES,
      language,
      path: pagePath(CHANGES, language, languages),
      layout: CHANGES,
      title: (await words(language)).changes ?? CHANGES,
      sections: [],
    })),
  );
}

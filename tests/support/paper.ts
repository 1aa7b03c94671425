import { getDocumentProxy } from "unpdf";

/** A PDF as its readers get it. */
export interface Paper {
  /** What stands on each page. */
  readonly pages: readonly string[];
  /** `2 What is GitOps?`: how deep, from 1. */
  readonly outline: readonly string[];
  /** Where each target of a link stands, counted from 1. */
  readonly targets: ReadonlyMap<string, number>;
  /** The outside addresses that can be clicked. */
  readonly links: readonly string[];
  /** How it is tagged: a kind for each part, such as `H1`, `Table`, `Figure`. */
  readonly tags: readonly string[];
  /** What stands for pictures and drawings where nobody sees them. */
  readonly alternatives: readonly string[];
  /** `Title`, `Author`, `Language` … */
  readonly about: Readonly<Record<string, unknown>>;
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
}

const MILLIMETRES = 25.4 / 72;

export async function readPaper(bytes: Uint8Array): Promise<Paper> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: string[] = [];
  const links: string[] = [];
  const tags: Tag[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(joinLines(items as readonly Run[]));
    for (const { url } of await page.getAnnotations()) if (typeof url === "string") links.push(url);
    tags.push(...tagsIn(await page.getStructTree()));
  }
  const targets = new Map<string, number>();
  const places = (await pdf.getDestinations()) as Record<string, [Parameters<typeof pdf.getPageIndex>[0]]>;
  for (const [id, [page]] of Object.entries(places)) targets.set(id, (await pdf.getPageIndex(page)) + 1);
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: MILLIMETRES });
  return {
    pages,
    outline: outlineIn(await pdf.getOutline()),
    targets,
    links,
    tags: tags.map(({ role = "" }) => role),
    alternatives: tags.map(({ alt = "" }) => alt),
    about: (await pdf.getMetadata()).info as Record<string, unknown>,
    width: Math.round(width),
    height: Math.round(height),
  };
}

interface Entry {
  readonly title: string;
  readonly items: readonly Entry[];
}

function outlineIn(entries: readonly Entry[] | null, level = 1): string[] {
  return (entries ?? []).flatMap(({ title, items }) => [
    `${level} ${title.replace(/\s+/g, " ").trim()}`,
    ...outlineIn(items, level + 1),
  ]);
}

interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tag[];
}

function tagsIn(tag: Tag | null): Tag[] {
  return tag === null ? [] : [tag, ...(tag.children ?? []).flatMap(tagsIn)];
}

interface Run {
  readonly str: string;
  readonly width: number;
  /** The last two are how far from the left and from the lower edge it begins. */
  readonly transform: readonly number[];
}

/** What stands apart in a line, such as cells, is a line of its own. */
function joinLines(runs: readonly Run[]): string {
  let end = { x: 0, y: 0 };
  const parts = runs.map(({ str, width, transform }) => {
    const [x = 0, y = 0] = transform.slice(-2);
    const goesOn = y === end.y && Math.abs(x - end.x) < 20;
    end = { x: x + width, y };
    return goesOn ? str : `\n${str}`;
  });
  return parts.join("");
}

/** Letters and digits alone: lines and hyphens may part them anywhere, and a font may have one sign for two of the rest. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]|\p{Lm}/gu, "");
}

/** The words that are told more often than the paper has them, alone or in others. */
export function lostWords(told: string, paper: string): string[] {
  const there = lettersOf(paper);
  const counts = new Map<string, number>();
  for (const [word] of told.normalize("NFKC").matchAll(/\p{L}{3,}/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => there.split(word).length - 1 < count).map(([word]) => word);
}

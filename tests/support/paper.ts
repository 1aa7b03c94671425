import { getDocumentProxy } from "unpdf";

/** A PDF as its readers get it. */
export interface Paper {
  /** What stands on each page. */
  readonly pages: readonly string[];
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
}

const MILLIMETRES = 25.4 / 72;

export async function readPaper(bytes: Uint8Array): Promise<Paper> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(joinLines(items as readonly Run[]));
  }
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: MILLIMETRES });
  return { pages, width: Math.round(width), height: Math.round(height) };
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

/** Letters and digits alone: lines, hyphens and the marks of notes may part them anywhere on paper. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** The words that are told more often than the paper has them, alone or in others. */
export function lostWords(told: string, paper: string): string[] {
  const there = lettersOf(paper);
  const counts = new Map<string, number>();
  for (const [word] of told.normalize("NFKC").matchAll(/\p{L}{3,}/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => there.split(word).length - 1 < count).map(([word]) => word);
}

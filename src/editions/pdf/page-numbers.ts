import { loadPdf } from "./load-pdf.ts";

/** Where the targets of links stand in a PDF, by their ids. Pages count from 1. */
export async function readPageNumbers(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const pdf = await loadPdf(bytes);
  // The page, and where on it; the library's types do not say so.
  const targets = (await pdf.getDestinations()) as Record<string, [Parameters<typeof pdf.getPageIndex>[0]]>;
  const pages = new Map<string, number>();
  for (const [id, [page]] of Object.entries(targets)) {
    pages.set(id, (await pdf.getPageIndex(page)) + 1);
  }
  await pdf.destroy();
  return pages;
}

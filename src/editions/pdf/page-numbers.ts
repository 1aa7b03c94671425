/** Where the targets of links stand in a PDF, by their ids. Pages count from 1. */
export async function readPageNumbers(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const { getDocumentProxy } = await import("unpdf").catch((cause) => {
    throw new Error('Cannot read PDFs; run "npm ci" with all its packages', { cause });
  });
  // The library takes the bytes that it is given away from us.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  // The page, and where on it; the library's types do not say so.
  const targets = (await pdf.getDestinations()) as Record<string, [Parameters<typeof pdf.getPageIndex>[0]]>;
  const pages = new Map<string, number>();
  for (const [id, [page]] of Object.entries(targets)) {
    pages.set(id, (await pdf.getPageIndex(page)) + 1);
  }
  await pdf.destroy();
  return pages;
}

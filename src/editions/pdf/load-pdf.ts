/** A PDF to read in; whoever has read it destroys it. */
export async function loadPdf(bytes: Uint8Array) {
  const { getDocumentProxy } = await import("unpdf").catch((cause) => {
    throw new Error('Cannot read PDFs; run "npm ci" with all its packages', { cause });
  });
  // The library takes the bytes that it is given away from us.
  return getDocumentProxy(Uint8Array.from(bytes));
}

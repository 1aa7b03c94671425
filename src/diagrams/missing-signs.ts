/** The font has all of these, so that it need not be opened for them. */
export const USUAL_SIGNS =
  /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026]*$/;

/** The signs of a text that the font of drawings lacks, each once. */
export async function findMissingSigns(text: string): Promise<readonly string[]> {
  if (USUAL_SIGNS.test(text)) return [];
  const { openLetters } = await import("./letters.ts");
  const { has } = await openLetters(400);
  return [...new Set(text)].filter((sign) => sign.trim() !== "" && !has(sign));
}

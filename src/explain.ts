/** What a fault says, with its causes (Eleventy has a name of its own for them), without the way through the code. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause ?? (error as { originalError?: unknown }).originalError;
  return cause === undefined ? error.message : `${error.message}\n  because: ${explain(cause)}`;
}

/** What percent-encoding stands for; a text that is none, such as "100%", as it stands. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

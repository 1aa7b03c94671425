/** The part of a loader of Nunjucks that reads. */
export interface TemplateReader {
  getSource(name: string): { readonly src: string } | null;
}

/** Has templates read without the indents of their lines, which every page would carry. None holds preformatted text. */
export function leaveOutIndents(loaders: readonly TemplateReader[]): void {
  for (const loader of loaders) {
    const read = loader.getSource.bind(loader);
    loader.getSource = (name) => {
      const found = read(name);
      return found && { ...found, src: found.src.replace(/^[ \t]+/gm, "") };
    };
  }
}

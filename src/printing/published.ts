/** Hosts answer `/legal` with `legal.html`, and a folder with its `index.html`. */
export function addressOfPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
}

/** Where a page is published. */
export function canonicalOf(address: string, path: string): string {
  return `${address}/${addressOfPath(path)}`;
}

/** What each build writes beside pages and pictures. */
export const EVERY_BUILD = [
  "404.html",
  "_headers",
  "_server",
  "apple-touch-icon.png",
  "card.png",
  "favicon.ico",
  "icon-192.png",
  "icon-512.png",
  "icon-maskable-512.png",
  "icon.svg",
  "index.md",
  "llms-full.txt",
  "llms.txt",
  "offline.html",
  "places-….js",
  "robots.txt",
  "search-….js",
  "site.webmanifest",
  "sitemap.xml",
];

/** A name without the hash of what is in the file. */
export function withoutHash(name: string): string {
  return name.replace(/-[0-9a-f]{8}(?=\.\w+$)/, "-…");
}

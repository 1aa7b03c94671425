import type { Files } from "./folders.ts";

/** The settings of a site of three sections and one page, with more lines at their end. */
export function settings(more = "", sections: readonly string[] = ["hello", "why", "how"]): string {
  return `title: Small
description: A site for tests
address: https://small.example
languages: [en]
sections:
${sections.map((name) => `  - ${name}\n`).join("")}pages:
  - notes
${more}`;
}

const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mM4YKCABzGMSmNDAJg2akFe8Y1KAAAAAElFTkSuQmCC";

/** A site without problems: three sections, one page, one picture. */
export const SMALL_SITE: Files = {
  "content/_data/site.yaml": settings(),
  "content/en/hello.md": "# Hello\n\nA small site. See [why](why.md) and the [notes](pages/notes.md).\n",
  "content/en/why.md": "# Why\n\nBecause of the first reason.\n\n![A dot](../../images/dot.png)\n",
  "content/en/how.md": "# How\n\nIn this way.\n\n## In steps\n\nOne after the other.\n",
  "content/en/pages/notes.md":
    "# Notes\n\nBack to [the start](../hello.md).\n\n## Small print\n\nVery small.\n",
  "images/dot.png": Buffer.from(DOT, "base64"),
};

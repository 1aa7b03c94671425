// Short names for the nodes that we write ourselves.

import type { Html, ListItem, Paragraph, PhrasingContent, RootContent, Strong } from "mdast";

export function text(value: string): PhrasingContent {
  return { type: "text", value };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

export function strong(words: string): Strong {
  return { type: "strong", children: [text(words)] };
}

/** Words that lead somewhere, where there is an address. */
export function linked(words: string, url: string | undefined): PhrasingContent {
  return url === undefined ? text(words) : { type: "link", url, children: [text(words)] };
}

/** A place that links lead to: Markdown has no sign of its own for one. */
export function anchor(id: string): Html {
  return { type: "html", value: `<a id="${id.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></a>` };
}

/** A tight list of one line each. */
export function listOf(lines: readonly PhrasingContent[][], { ordered = false } = {}): RootContent {
  const children = lines.map((line): ListItem => {
    return { type: "listItem", spread: false, children: [paragraph(...line)] };
  });
  return { type: "list", ordered, spread: false, children };
}

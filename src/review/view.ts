import { brotliCompressSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { fold } from "../markdown/words.ts";
import { withShapesInPlace } from "../printing/late-shapes.ts";

/** A printed page as readers get it. */
export interface View {
  readonly path: string;
  /** In bytes, as it is and as it travels. */
  readonly weight: Weight;
  /** By the section's name; what stands around them, such as contents and footer, is the part `""`. */
  readonly parts: ReadonlyMap<string, PartView>;
}

export interface Weight {
  readonly bytes: number;
  readonly brotli: number;
}

export interface PartView {
  /** Paragraphs, items, cells and lines of code, in their order. */
  readonly lines: readonly string[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
// What does not end a line of words, as in the HTML Standard's phrasing content.
const INLINE = names(
  "a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark q s samp small span strong sub sup time u var wbr",
);
const UNSEEN = names("script style template noscript head");

interface OpenPart {
  readonly lines: string[];
  readonly ids: string[];
  readonly links: string[];
  readonly pictures: string[];
}

/** A page's HTML → what its readers see of it, part by part. */
export function readView(path: string, html: string): View {
  const parts = new Map<string, OpenPart>();
  const within: string[] = [""];
  let words = "";
  let unseen = 0;
  let inCode = 0;

  function part(): OpenPart {
    const name = within.at(-1) ?? "";
    const known = parts.get(name) ?? { lines: [], ids: [], links: [], pictures: [] };
    parts.set(name, known);
    return known;
  }
  function endLine(): void {
    const line = inCode > 0 ? words.trimEnd() : fold(words);
    if (line.trim() !== "") part().lines.push(line);
    words = "";
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (!INLINE.has(name)) endLine();
      if (isHidden(name, attributes) || unseen > 0) unseen++;
      if (name === "section") within.push(attributes["aria-labelledby"] ?? within.at(-1) ?? "");
      if (name === "pre") inCode++;
      const { ids, links, pictures } = part();
      if (attributes.id !== undefined) ids.push(attributes.id);
      if (unseen > 0) return;
      if (name === "a" && attributes.href !== undefined) links.push(attributes.href);
      if (name === "img") pictures.push(attributes.alt ?? "");
      if (name === "svg") pictures.push(attributes["aria-label"] ?? "");
    },
    ontext(text) {
      if (unseen > 0) return;
      if (inCode === 0) {
        words += text;
        return;
      }
      const [first = "", ...more] = text.split("\n");
      words += first;
      for (const line of more) {
        endLine();
        words = line;
      }
    },
    onclosetag(name) {
      if (!INLINE.has(name)) endLine();
      if (name === "section") within.pop();
      if (name === "pre") inCode--;
      if (unseen > 0) unseen--;
    },
  });
  parser.end(withShapesInPlace(html));
  endLine();
  return { path, weight: weigh(html), parts };
}

/** The links that our Markdown puts beside headings say nothing of their own, and days change with every commit. */
function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return UNSEEN.has(name) || /(?:^| )(?:anchor|record)(?: |$)/.test(attributes.class ?? "");
}

function weigh(html: string): Weight {
  return { bytes: Buffer.byteLength(html), brotli: brotliCompressSync(html).length };
}

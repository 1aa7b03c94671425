import { Parser } from "htmlparser2";
import { fold } from "../markdown/words.ts";
import type { Body, PageFacts } from "./answer.ts";

const LONGEST_TITLE = 200;

/** The body of an HTML page → what it says about itself. */
export function readPage({ bytes, isWhole }: Body, type: string): PageFacts {
  const ids = new Set<string>();
  let title: string | undefined;
  let scripts = "";
  let refresh: string | undefined;
  let inside = "";
  let isForNoScript = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = name;
      if (name === "title" && title === undefined) title = "";
      else if (name === "title") inside = "another title";
      const { id, name: anchor } = attributes;
      if (id !== undefined) ids.add(id);
      if (anchor !== undefined && name === "a") ids.add(anchor);
      if (name === "noscript") isForNoScript = true;
      if (name === "meta" && !isForNoScript && attributes["http-equiv"]?.toLowerCase() === "refresh") {
        refresh ??= /^\s*0\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(attributes.content ?? "")?.[1]?.trim();
      }
    },
    ontext(text) {
      if (inside === "title") title += text;
      if (inside === "script") scripts += text;
    },
    onclosetag(name) {
      if (name === "noscript") isForNoScript = false;
      inside = "";
    },
  });
  parser.end(decode(bytes, type));
  // A stranger's words, which will stand in messages and in the memory: one short line.
  const words = fold(title ?? "")
    .slice(0, LONGEST_TITLE)
    .trim();
  return { title: words, ids, scripts, isWhole, ...(refresh === undefined ? {} : { refresh }) };
}

/** The charset is named by the server, or by the page at its beginning; otherwise it is UTF-8. */
function decode(bytes: Uint8Array, type: string): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const charset = /charset\s*=\s*["']?([\w-]+)/i;
  const label = charset.exec(type)?.[1] ?? charset.exec(start)?.[1] ?? "utf-8";
  return decoderOf(label).decode(bytes);
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}

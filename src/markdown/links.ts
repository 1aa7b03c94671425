import { posix } from "node:path";
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Target } from "../model.ts";
import { percentDecoded } from "../percent.ts";
import { offsetOf } from "./positions.ts";
import type { Reading } from "./reading.ts";

/** Marks where each link leads and writes the address that it has on the page. */
export function links(md: MarkdownIt): void {
  // Unsafe addresses must become links here, or they stay in the text unseen: the check reports them, and the
  // page gets no address.
  md.validateLink = () => true;
  const normalizeLink = md.normalizeLink.bind(md);
  // It encodes the brackets around the number of a host, which are no host then.
  md.normalizeLink = (address) =>
    normalizeLink(address).replace(/^(https?:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D/i, "$1[$2]");
  md.core.ruler.push("links", ({ tokens, env }) => {
    const reading = env as Reading;
    for (const token of tokens) {
      if (!token.children?.some(({ type }) => type === "link_open")) continue;
      token.children = withoutNestedLinks(token.children);
      for (const [index, child] of token.children.entries()) {
        if (child.type !== "link_open") continue;
        const written = child.attrGet("href") ?? "";
        const target = classifyTarget(written, reading.file);
        child.meta = { ...child.meta, written, target, span: addressSpan(md, token, index, written) };
        child.attrs = (child.attrs ?? []).filter(([name]) => name !== "href");
        const address = reading.address(target);
        if (address !== undefined) child.attrs.unshift(["href", address]);
      }
    }
  });
}

/** HTML knows no link in a link: an <autolink> is plain words there. */
function withoutNestedLinks(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ type, nesting }) => {
    if (type !== "link_open" && type !== "link_close") return true;
    const outer = nesting > 0 ? depth : depth - 1;
    depth += nesting;
    return outer === 0;
  });
}

/** A part of the text of an `inline` token. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where the address of a link is written; for a reference, the whole link: its address stands elsewhere. */
function addressSpan(md: MarkdownIt, { content, children }: Token, index: number, written: string): Span {
  const open = children?.[index];
  const start = offsetOf(open);
  if (open?.markup === "autolink") {
    return { offset: start + 1, length: content.indexOf(">", start) - start - 1 };
  }
  let close = index + 1;
  while (children?.[close] !== undefined && children[close]?.type !== "link_close") close++;
  const end = offsetOf(children?.[close] ?? open);
  if (content.startsWith("](", end)) {
    const at = end + 2 + Math.max(0, content.slice(end + 2).search(/\S/));
    if (written === "" && content[at] === ")") return { offset: end + 1, length: at - end };
    const { ok, pos, str } = md.helpers.parseLinkDestination(content, at, content.length);
    if (ok && (str === written || md.normalizeLink(str) === written)) {
      const brackets = content[at] === "<" ? 1 : 0;
      return { offset: at + brackets, length: pos - at - 2 * brackets };
    }
  }
  const label = content[end + 1] === "[" ? content.indexOf("]", end + 2) : end;
  return { offset: start - 1, length: label + 1 - (start - 1) };
}

/**
 * Where an address leads from a file of the site:
 * `classifyTarget("faq.md#secrets", "content/en/how.md")` gives
 * `{ kind: "file", file: "content/en/faq.md", id: "secrets" }`.
 */
export function classifyTarget(address: string, file: string): Target {
  if (address === "" || address === "#") return { kind: "nothing" };
  if (address.startsWith("#")) return { kind: "fragment", id: percentDecoded(address.slice(1)) };
  // Browsers take tabs and line breaks out of an address, and control characters off its beginning, before they
  // look for the scheme.
  const bare = address.replace(/%0[9ad]|[\s\p{Cc}]/giu, "");
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (scheme === "http:" || scheme === "https:") {
    // Browsers guess what is meant by others, and some by none: "http:a" is a file where the page came by http.
    const isWhole = /^https?:\/\/[^\\/?#]/i.test(address) && URL.canParse(address);
    return isWhole ? { kind: "outside", address } : { kind: "malformed" };
  }
  if (scheme === "mailto:" || scheme === "tel:") return { kind: "contact", address };
  if (scheme !== undefined) return { kind: "unsafe", scheme };
  if (/^[\\/]{2}|^\\/.test(bare)) return { kind: "unsafe", scheme: "//" };
  const hash = address.indexOf("#");
  const path = hash < 0 ? address : address.slice(0, hash);
  const id = hash < 0 ? "" : address.slice(hash + 1);
  const plain = percentDecoded(path.split("?", 1)[0] ?? "");
  const from = plain.startsWith("/") ? plain.slice(1) : posix.join(posix.dirname(file), plain);
  const target = { kind: "file", file: posix.normalize(from) } as const;
  return id === "" ? target : { ...target, id: percentDecoded(id) };
}

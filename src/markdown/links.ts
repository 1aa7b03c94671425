import { posix } from "node:path";
import type MarkdownIt from "markdown-it";
import type { Target } from "../model.ts";
import type { Reading } from "./reading.ts";

/** Marks where each link leads and writes the address that it has on the page. */
export function links(md: MarkdownIt): void {
  // Unsafe addresses must become links here, or they stay in the text unseen: the check reports them, and the
  // page gets no address.
  md.validateLink = () => true;
  md.core.ruler.push("links", ({ tokens, env }) => {
    const reading = env as Reading;
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.type !== "link_open") continue;
        const written = token.attrGet("href") ?? "";
        const target = classifyTarget(written, reading.file);
        token.meta = { ...token.meta, written, target };
        token.attrs = (token.attrs ?? []).filter(([name]) => name !== "href");
        const address = reading.address(target);
        if (address !== undefined) token.attrs.unshift(["href", address]);
      }
    }
  });
}

/**
 * Where an address leads from a file of the site:
 * `classifyTarget("faq.md#secrets", "content/en/how.md")` gives
 * `{ kind: "file", file: "content/en/faq.md", id: "secrets" }`.
 */
export function classifyTarget(address: string, file: string): Target {
  if (address === "" || address === "#") return { kind: "nothing" };
  if (address.startsWith("#")) return { kind: "fragment", id: decode(address.slice(1)) };
  // Browsers take tabs and line breaks out of an address before they look for the scheme.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address.replace(/%0[9ad]|\s/gi, ""))?.[0].toLowerCase();
  if (scheme === "http:" || scheme === "https:") return { kind: "outside", address };
  if (scheme === "mailto:" || scheme === "tel:") return { kind: "contact", address };
  if (scheme !== undefined) return { kind: "unsafe", scheme };
  if (/^[\\/]{2}|^\\/.test(address)) return { kind: "unsafe", scheme: "//" };
  const [path = "", id] = address.split("#", 2);
  const plain = decode(path.split("?", 1)[0] ?? "");
  const from = plain.startsWith("/") ? plain.slice(1) : posix.join(posix.dirname(file), plain);
  const target = { kind: "file", file: posix.normalize(from) } as const;
  return id === undefined || id === "" ? target : { ...target, id: decode(id) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // "100%" is a legal name and no encoding: take it as it stands.
    return text;
  }
}

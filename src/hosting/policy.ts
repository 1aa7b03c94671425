import { createHash } from "node:crypto";
import type { Analytics } from "../model.ts";

/** What the pages of a site may run, by the hashes of what stands in them. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** A page as built → `'sha256-…'` of each script and each style in it. Blocks of data, such as JSON-LD, run nothing. */
export function inlineOf(html: string): Inline {
  const found = { script: new Set<string>(), style: new Set<string>() };
  for (const [, name, attributes = "", text = ""] of html.matchAll(INLINE)) {
    if (name === "style") found.style.add(hashOf(text));
    else if (!/\ssrc=|\stype="application\//.test(attributes)) found.script.add(hashOf(text));
  }
  return { scripts: [...found.script], styles: [...found.style] };
}

/** As a Content Security Policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The pages together, for a header that all of them share. */
export function inlineOfAll(pages: readonly Inline[]): Inline {
  const all = (key: keyof Inline): string[] => [...new Set(pages.flatMap((page) => page[key]))].sort();
  return { scripts: all("scripts"), styles: all("styles") };
}

/**
 * The strictest policy under which the pages still work: nothing but their own pictures and scripts, what stands in
 * them by its hash, and the counter of visits that the settings name.
 */
export function policyOf({ scripts, styles }: Inline, analytics: Analytics | undefined): string {
  const counter = analytics === undefined ? [] : [analytics.script];
  // A counter reports to the host that its picture is on.
  const reports = [...new Set(addressesOf(analytics).map((address) => new URL(address).origin))];
  const directives: readonly (readonly [string, readonly string[]])[] = [
    ["default-src", []],
    ["script-src", ["'self'", ...scripts, ...counter]],
    ["style-src", styles],
    ["img-src", ["'self'", ...reports]],
    ["connect-src", reports],
    ["manifest-src", ["'self'"]],
    ["base-uri", []],
    ["form-action", []],
  ];
  return directives
    .map(([name, values]) => `${name} ${values.length === 0 ? "'none'" : values.join(" ")}`)
    .join("; ");
}

function addressesOf(analytics: Analytics | undefined): string[] {
  return analytics?.picture === undefined ? [] : [analytics.picture];
}

/** A page with its own policy in its head, for hosts that send no headers of ours, and for a plain folder. */
export function withPolicy(html: string, analytics: Analytics | undefined): string {
  const policy = policyOf(inlineOf(html), analytics);
  // Before anything that it governs.
  return html.replace(
    '<meta charset="utf-8">',
    () => `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

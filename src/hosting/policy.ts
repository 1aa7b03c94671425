import { createHash } from "node:crypto";
import type { Analytics } from "../model.ts";

/** What the pages of a site may run, by the hashes of what stands in them. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** A page as built → `'sha256-…'` of each script and each style in it. Blocks of data, such as JSON-LD, run nothing. */
export function inlineOf(html: string): Inline {
  const scripts = elementsOf(html, "script").filter(({ tag }) => !/\ssrc=|\stype="application\//.test(tag));
  const hashesOf = (elements: readonly Element[]) => [...new Set(elements.map(({ text }) => hashOf(text)))];
  return { scripts: hashesOf(scripts), styles: hashesOf(elementsOf(html, "style")) };
}

interface Element {
  readonly tag: string;
  readonly text: string;
}

/** A pattern for all of it would look at each tag of a long page: its own scripts and styles are few. */
function elementsOf(html: string, name: "script" | "style"): Element[] {
  const found: Element[] = [];
  for (let at = html.indexOf(`<${name}`); at >= 0; ) {
    const begin = html.indexOf(">", at) + 1;
    const end = html.indexOf(`</${name}>`, begin);
    if (begin === 0 || end < 0) break;
    found.push({ tag: html.slice(at, begin), text: html.slice(begin, end) });
    at = html.indexOf(`<${name}`, end);
  }
  return found;
}

/** As a Content Security Policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

type Directives = readonly (readonly [string, readonly string[]])[];

/**
 * The strictest policy under which a page still works: nothing but its own pictures and scripts, what stands in it by
 * its hash, and the counter of visits that the settings name.
 */
export function policyOf({ scripts, styles }: Inline, analytics: Analytics | undefined): string {
  return written([
    ["default-src", []],
    ["script-src", scriptsOf(scripts, analytics)],
    ["style-src", styles],
    ["img-src", ["'self'", ...reportsOf(analytics)]],
    ["connect-src", reportsOf(analytics)],
    ["manifest-src", ["'self'"]],
    ["base-uri", []],
    ["form-action", []],
  ]);
}

/**
 * For a header that all files share. Each page has styles of its own, so that the hashes of a hundred pages would be
 * more than hosts take for a header: these are left to the policies in the pages, and with them `default-src`, which
 * would stand for them. The scripts are the same few.
 */
export function policyOfAll(pages: readonly Inline[], analytics: Analytics | undefined): string {
  const scripts = new Set(pages.flatMap((page) => page.scripts));
  return written([
    ["script-src", scriptsOf([...scripts].sort(), analytics)],
    // A page in one file holds its pictures itself.
    ["img-src", ["'self'", ...reportsOf(analytics), "data:"]],
    ["connect-src", reportsOf(analytics)],
    ["manifest-src", ["'self'"]],
    ...["font", "frame", "media", "object", "worker"].map((kind) => [`${kind}-src`, []] as const),
    ["base-uri", []],
    ["form-action", []],
    // Only a header can say by whom a page may be framed.
    ["frame-ancestors", []],
  ]);
}

function written(directives: Directives): string {
  return directives
    .map(([name, values]) => `${name} ${values.length === 0 ? "'none'" : values.join(" ")}`)
    .join("; ");
}

function scriptsOf(hashes: readonly string[], analytics: Analytics | undefined): string[] {
  return ["'self'", ...hashes, ...(analytics === undefined ? [] : [sourceOf(analytics.script)])];
}

/**
 * An address as a policy names it, without its query: https://www.w3.org/TR/CSP3/#grammardef-host-source.
 * What would end it there, or name a variable in a server's configuration, is percent-encoded.
 */
function sourceOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/[;,$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A counter reports to the host that its picture is on. */
function reportsOf(analytics: Analytics | undefined): string[] {
  return analytics?.picture === undefined ? [] : [new URL(analytics.picture).origin];
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

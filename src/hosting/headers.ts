import type { Site } from "../model.ts";
import { type Inline, policyOfAll } from "./policy.ts";

/** Response headers of every page and file, in the order in which they are written. */
export function headersOf(
  site: Pick<Site, "address" | "analytics">,
  pages: readonly Inline[],
): [string, string][] {
  const headers: [string, string][] = [
    ["Content-Security-Policy", policyOfAll(pages, site.analytics)],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    // Other sites embed our drawings.
    ["Cross-Origin-Resource-Policy", "cross-origin"],
  ];
  if (site.address.startsWith("https:")) {
    headers.push(["Strict-Transport-Security", "max-age=31536000"]);
  }
  return headers;
}

/** How long a copy may be used without asking: what has a hash in its name never changes, pages are asked for each time. */
export const CACHING = {
  hashed: { pattern: "-[0-9a-f]{8}(-[0-9]+)?\\.[a-z0-9]+$", value: "public, max-age=31536000, immutable" },
  pictures: { pattern: "^/([a-zA-Z-]+/)?images/", value: "public, max-age=3600" },
  others: { value: "no-cache" },
} as const;

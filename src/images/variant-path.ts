import { posix } from "node:path";
import type { Format } from "./plan.ts";

/**
 * Relative to the output folder: `images/portrait-1a2b3c4d-192.avif`. The name keeps to characters that need no
 * escape in an address, because a space or a comma would end an entry of `srcset`.
 */
export function variantPath(original: string, hash: string, width: number, format: Format): string {
  const { name } = posix.parse(original);
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\w-]+/g, "-");
  return `images/${plain}-${hash}-${width}.${format === "jpeg" ? "jpg" : format}`;
}

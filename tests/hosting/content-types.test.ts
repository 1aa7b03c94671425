import { expect, test } from "vitest";
import { contentType } from "../../src/hosting/content-types.ts";

test.each([
  ["de/legal.html", "text/html; charset=utf-8"],
  ["styles.css", "text/css; charset=utf-8"],
  ["script.js", "text/javascript; charset=utf-8"],
  ["images/pull.svg", "image/svg+xml; charset=utf-8"],
  ["images/PORTRAIT.JPG", "image/jpeg"],
  ["images/portrait.avif", "image/avif"],
  ["text.woff2", "font/woff2"],
  ["CNAME", "application/octet-stream"],
])("content-types calls %s %s", (path, type) => {
  expect(contentType(path)).toBe(type);
});

import { expect, it } from "vitest";
import { classifyTarget } from "../../src/markdown/links.ts";

const FILE = "content/en/how.md";

it.each([
  ["", { kind: "nothing" }],
  ["#", { kind: "nothing" }],
  ["#push", { kind: "fragment", id: "push" }],
  ["#w%C3%A4nde", { kind: "fragment", id: "wände" }],
  ["#100%", { kind: "fragment", id: "100%" }],
  ["faq.md", { kind: "file", file: "content/en/faq.md" }],
  ["faq.md#", { kind: "file", file: "content/en/faq.md" }],
  ["faq.md#secrets", { kind: "file", file: "content/en/faq.md", id: "secrets" }],
  ["./faq.md?x=1#a", { kind: "file", file: "content/en/faq.md", id: "a" }],
  ["pages/legal.md", { kind: "file", file: "content/en/pages/legal.md" }],
  ["../de/faq.md", { kind: "file", file: "content/de/faq.md" }],
  ["/content/en/why.md", { kind: "file", file: "content/en/why.md" }],
  ["../../../etc/passwd", { kind: "file", file: "../etc/passwd" }],
  ["%E4%B8%AD.md", { kind: "file", file: "content/en/中.md" }],
  ["https://example.org/a", { kind: "outside", address: "https://example.org/a" }],
  ["HTTP://example.org", { kind: "outside", address: "HTTP://example.org" }],
  ["mailto:a@example.org", { kind: "contact", address: "mailto:a@example.org" }],
  ["tel:+491", { kind: "contact", address: "tel:+491" }],
  ["javascript:alert(1)", { kind: "unsafe", scheme: "javascript:" }],
  ["JavaScript:alert(1)", { kind: "unsafe", scheme: "javascript:" }],
  ["java%0Ascript:alert(1)", { kind: "unsafe", scheme: "javascript:" }],
  ["java%09script:alert(1)", { kind: "unsafe", scheme: "javascript:" }],
  ["data:text/html,x", { kind: "unsafe", scheme: "data:" }],
  ["vbscript:x", { kind: "unsafe", scheme: "vbscript:" }],
  ["file:///etc/passwd", { kind: "unsafe", scheme: "file:" }],
  ["//example.org", { kind: "unsafe", scheme: "//" }],
  ["/\\example.org", { kind: "unsafe", scheme: "//" }],
])("%s leads where it seems to", (address, target) => {
  expect(classifyTarget(address, FILE)).toEqual(target);
});

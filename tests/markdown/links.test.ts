import { expect, test } from "vitest";
import { classifyTarget } from "../../src/markdown/links.ts";
import type { Target } from "../../src/model.ts";
import { printed } from "./reading.ts";

const file = (path: string, id?: string): Target =>
  id === undefined ? { kind: "file", file: path } : { kind: "file", file: path, id };
const fragment = (id: string): Target => ({ kind: "fragment", id });
const outside = (address: string): Target => ({ kind: "outside", address });
const contact = (address: string): Target => ({ kind: "contact", address });
const unsafe = (scheme: string): Target => ({ kind: "unsafe", scheme });
const malformed: Target = { kind: "malformed" };
const nothing: Target = { kind: "nothing" };

test.each<[string, Target]>([
  ["", nothing],
  ["#", nothing],
  ["#x", fragment("x")],
  ["#w%C3%A4nde", fragment("wände")],
  ["#100%", fragment("100%")],
  ["#a#b", fragment("a#b")],
  ["#javascript:x", fragment("javascript:x")],
  ["%23", file("content/en/#")],
  ["faq.md", file("content/en/faq.md")],
  ["faq.md#", file("content/en/faq.md")],
  ["faq.md#secrets", file("content/en/faq.md", "secrets")],
  ["faq.md#a#b", file("content/en/faq.md", "a#b")],
  ["./faq.md", file("content/en/faq.md")],
  ["../faq.md", file("content/faq.md")],
  ["../de/faq.md", file("content/de/faq.md")],
  ["pages/legal.md", file("content/en/pages/legal.md")],
  ["/content/x.md", file("content/x.md")],
  ["a.md?x#y", file("content/en/a.md", "y")],
  ["?x", file("content/en")],
  ["100%", file("content/en/100%")],
  ["%E4%B8%AD.md", file("content/en/中.md")],
  ["中.md#größe", file("content/en/中.md", "größe")],
  ["a%2Fb.md", file("content/en/a/b.md")],
  ["..%2F..%2Fx.md", file("x.md")],
  ["a.md%23x", file("content/en/a.md#x")],
  ["../../../x.md", file("../x.md")],
  ["/../x.md", file("../x.md")],
  ["a b.md", file("content/en/a b.md")],
  ["a/b:c.md", file("content/en/a/b:c.md")],
  ["http:", malformed],
  ["http:foo", malformed],
  ["https:/x", malformed],
  ["https://", malformed],
  ["http:///x", malformed],
  ["https:%5C%5Cx", malformed],
  ["https://a%20b/", malformed],
  ["https://example.org:99999/", malformed],
  ["http://[2001:db8::1]:8080/x", outside("http://[2001:db8::1]:8080/x")],
  ["https://example.org/a?b#c", outside("https://example.org/a?b#c")],
  ["HTTPS://EXAMPLE.ORG", outside("HTTPS://EXAMPLE.ORG")],
  ["mailto:a@example.org", contact("mailto:a@example.org")],
  ["tel:+49123", contact("tel:+49123")],
  ["javascript:alert(1)", unsafe("javascript:")],
  ["JavaScript:alert(1)", unsafe("javascript:")],
  [" javascript:x", unsafe("javascript:")],
  ["\u0001javascript:x", unsafe("javascript:")],
  ["java\nscript:x", unsafe("javascript:")],
  ["java\tscript:x", unsafe("javascript:")],
  ["java%0Ascript:x", unsafe("javascript:")],
  ["java%09script:x", unsafe("javascript:")],
  ["data:text/html,x", unsafe("data:")],
  ["vbscript:x", unsafe("vbscript:")],
  ["file:///etc/passwd", unsafe("file:")],
  ["c:\\x", unsafe("c:")],
  ["a:b.md", unsafe("a:")],
  ["//evil", unsafe("//")],
  [" //evil", unsafe("//")],
  ["/\t/evil", unsafe("//")],
  ["\\\\evil", unsafe("//")],
  ["/\\evil", unsafe("//")],
  ["\\/evil", unsafe("//")],
  ["\\evil", unsafe("//")],
])("%j leads where it seems to", (address, target) => {
  expect(classifyTarget(address, "content/en/how.md")).toEqual(target);
});

test.each<[string, Target]>([
  ["[x](JAVASCRIPT&colon;alert(1))", unsafe("javascript:")],
  ["[x](&#x6A;avascript:x)", unsafe("javascript:")],
  ["[x](java&NewLine;script:x)", unsafe("javascript:")],
  ["[x](<java&Tab;script:x>)", unsafe("javascript:")],
  ["[x](javascript\\:x)", unsafe("javascript:")],
  ["<javascript:x>", unsafe("javascript:")],
  ["[x][a]\n\n[a]: javascript:x", unsafe("javascript:")],
  ["[x](//example.org)", unsafe("//")],
  // markdown-it encodes the backslash: what is left cannot become a host again.
  ["[x](< javascript:x>)", unsafe("javascript:")],
  ["[x](/\\evil)", file("\\evil")],
  ["[x](<#a b>)", fragment("a b")],
])("%j is written as it leads", (text, target) => {
  const { outline, html } = printed(text);
  expect(outline.links.map((link) => link.target)).toEqual([target]);
  expect(html).not.toMatch(/href="(?!#)/);
});

test.each([
  ["[x](http://[2001:db8::1]/a?[b])", "http://[2001:db8::1]/a?%5Bb%5D"],
  ["<https://[2001:db8::1]:8443>", "https://[2001:db8::1]:8443"],
  ["[x](http://a@[::1]/)", "http://a@[::1]/"],
])("%s keeps the brackets around the number of a host", (text, address) => {
  expect(printed(text).outline.links.map(({ target }) => target)).toEqual([outside(address)]);
});

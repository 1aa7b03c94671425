import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { hollowPng, makeWorkshop, photo } from "./originals.ts";

const jpeg = await photo(400, 300).jpeg().toBuffer();
const png = await photo(400, 300).png().toBuffer();

type Case = [title: string, file: string, content: string | Buffer, fault: object];

test.each<Case>([
  [
    "a text with a picture's name",
    "notes.png",
    "Not a picture",
    { kind: "broken", reason: "Input buffer contains unsupported image format" },
  ],
  ["an empty file", "empty.png", "", { kind: "broken" }],
  ["a truncated JPEG", "half.jpg", jpeg.subarray(0, jpeg.length / 2), { kind: "broken" }],
  ["a truncated PNG", "half.png", png.subarray(0, png.length / 2), { kind: "broken" }],
  ["a JPEG without its pixels", "head.jpg", jpeg.subarray(0, 300), { kind: "broken" }],
  ["a broken SVG", "drawn.svg", "<svg", { kind: "broken" }],
  ["another kind of file", "talk.pdf", "%PDF-1.4", { kind: "unsupported", extension: ".pdf" }],
  ["a file without an extension", "README", "", { kind: "unsupported", extension: "" }],
  [
    "a drawing with a script",
    "s.svg",
    "<svg><script>alert(1)</script></svg>",
    { kind: "active", what: "<script>" },
  ],
  ["a drawing with a handler", "h.svg", '<svg onload="alert(1)"/>', { kind: "active", what: "onload" }],
  [
    "a drawing with HTML",
    "f.svg",
    "<svg><foreignObject/></svg>",
    { kind: "active", what: "<foreignObject>" },
  ],
  [
    "a drawing with an animated address",
    "a.svg",
    '<svg><a><set attributeName="href"/></a></svg>',
    { kind: "active" },
  ],
  [
    "a drawing that loads another file",
    "l.svg",
    '<svg><image href="https://example.org/p.png"/></svg>',
    { kind: "active", what: 'href "https://example.org/p.png"' },
  ],
  [
    "a drawing with a scripted link",
    "j.svg",
    '<svg><a xlink:href="java&#10;script:x"/></svg>',
    { kind: "active" },
  ],
  [
    "a drawing with entities of its own",
    "e.svg",
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
    { kind: "active" },
  ],
  ["a drawing whose styles load", "c.svg", "<svg><style>@import 'x.css'</style></svg>", { kind: "active" }],
  ...[
    '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg>',
    '<svg xmlns:q="http://www.w3.org/1999/xlink"><a q:href="javascript:alert(1)"/></svg>',
    '<svg xmlns:s="http://www.w3.org/2000/svg"><s:style>@import "x.css"</s:style></svg>',
    '<svg><style>@im<!-- -->port "x.css"</style></svg>',
    '<svg><style>@im<a/>port "x.css"</style></svg>',
    '<svg><style>&#64;import "x.css"</style></svg>',
    '<svg><style>@\\69mport "x.css"</style></svg>',
    '<svg><style>svg { cursor: image-set("https://example.org/p.png" 1x) }</style></svg>',
    "<svg style=\"cursor: -webkit-image-set('https://example.org/p.png' 1x)\"/>",
    '<svg cursor="u\\72l(https://example.org/p.png)"/>',
  ].map(
    (svg, at) =>
      [`a drawing that hides what it does: ${svg}`, `h${at}.svg`, svg, { kind: "active" }] satisfies Case,
  ),
])("%s is a fault", async (_, file, content, expected) => {
  const { put, open } = await makeWorkshop();
  await put(file, content);
  expect(await open().read(file)).toMatchObject(expected);
});

test("a drawing that only looks as if it did something is none", async () => {
  const { put, open } = await makeWorkshop();
  await put(
    "plain.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:on="https://example.org/on" xmlns:i="https://example.org/i"
      viewBox="0 0 9 9" id="image(1)" aria-label="image(s)" data-name="url(x)" i:file="C:\\drawings (new)\\plain.svg"><style>a { fill: url( "#b" ); font-family: "x" }</style>
      <text fill="url(#b)">@import C:\\url(x)</text></svg>`,
  );
  expect(await open().read("plain.svg")).toHaveProperty("kind", "picture");
});

test("a reason is one short line", async () => {
  const { put, open } = await makeWorkshop();
  await put("half.jpg", jpeg.subarray(0, jpeg.length / 2));
  const fault = await open().read("half.jpg");
  expect(fault.kind === "broken" && fault.reason).toMatch(/^[^\n]{10,120}$/);
});

test("a picture over the pixel limit is a fault that its header shows", async () => {
  const { put, open } = await makeWorkshop();
  await put("huge.png", hollowPng(10_000, 6_000));
  // Decoding it would say "broken", for it holds no pixels.
  expect(await open().read("huge.png")).toEqual({ kind: "too-large", pixels: 60e6, limit: 50e6 });
  expect(await open({ pixelLimit: 60e6 }).read("huge.png")).toMatchObject({ kind: "broken" });
});

test("a lower pixel limit holds for a picture that is in the cache", async () => {
  const { put, open } = await makeWorkshop();
  await put("photo.jpg", jpeg);
  expect(await open().read("photo.jpg")).toHaveProperty("kind", "picture");
  expect(await open({ pixelLimit: 1000 }).read("photo.jpg")).toMatchObject({ kind: "too-large" });
});

test.each([
  ["images/protrait.png", { kind: "missing", nearest: "images/portrait.png" }],
  ["images/Portrait.png", { kind: "missing", nearest: "images/portrait.png" }],
  ["images/portrait.jpg", { kind: "missing", nearest: "images/portrait.png" }],
  ["images/unlike.png", { kind: "missing" }],
  ["images/portrait.png/inner.png", { kind: "missing" }],
  ["nowhere/portrait.png", { kind: "missing" }],
  ["images/folder.png", { kind: "missing" }],
  ["images/dangling.png", { kind: "missing" }],
  ["images/\0.png", { kind: "missing" }],
  ["ima\0ges/portrait.png", { kind: "missing" }],
  [`images/${"long".repeat(200)}.png`, { kind: "missing" }],
  ["../outside.png", { kind: "outside" }],
  ["../nowhere/outside.png", { kind: "outside" }],
  ["/nowhere/outside.png", { kind: "outside" }],
  ["images/../../outside.png", { kind: "outside" }],
  ["images/leads-out.png", { kind: "outside" }],
  ["images/folder-out/outside.png", { kind: "outside" }],
  ["images/folder-out/otside.png", { kind: "outside" }],
])("%j is a fault", async (file, expected) => {
  const { folder, put, open } = await makeWorkshop();
  await mkdir(join(folder, "images/folder.png"), { recursive: true });
  await put("images/portrait.png", png);
  await put("../outside.png", png);
  await symlink(join(folder, "../outside.png"), join(folder, "images/leads-out.png"));
  await symlink(dirname(folder), join(folder, "images/folder-out"));
  await symlink("nothing.png", join(folder, "images/dangling.png"));
  expect(await open().read(file)).toEqual(expected);
});

test("a link within the site's folder is followed", async () => {
  const { folder, put, open } = await makeWorkshop();
  await put("photo.png", png);
  await symlink("photo.png", join(folder, "same.png"));
  expect(await open().read("./same.png")).toMatchObject({ original: "same.png", width: 400 });
});

test("a drawing that only draws, with links inside itself, is fine", async () => {
  const { put, open } = await makeWorkshop();
  const inside = '<use href="#a"/><rect fill="url(#g)" style="opacity:.5"/><style>rect { fill: red }</style>';
  await put(
    "fine.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"/>${inside}</svg>`,
  );
  expect(await open().read("fine.svg")).toMatchObject({ width: 9, height: 9 });
});

import { describe, expect, it } from "vitest";
import { readLedger } from "../../src/content/ledger.ts";

const read = (text: string) => {
  const { ledger, problems } = readLedger(text, ["en", "de"]);
  return {
    ledger,
    said: problems.map(({ message, place }) => `${place.line}:${place.column} ${message}`),
  };
};

describe("the ledger", () => {
  it("lists pages with their ids, images, aliases and redirects", () => {
    const { ledger, said } = read(
      "pages:\n  /:\n    - bees\n    - größe\n  /legal:\nimages: [/images/a.png, /de/images/a b.svg]\naliases: { wax: bees }\nredirects: { /flux: /, /images/b.png: /images/a.png }\n",
    );
    expect(said).toEqual([]);
    expect(ledger.pages.map(({ address, ids }) => [address, ids.map((id) => id.address)])).toEqual([
      ["/", ["bees", "größe"]],
      ["/legal", []],
    ]);
    expect(ledger.images.map(({ address }) => address)).toEqual(["/images/a.png", "/de/images/a b.svg"]);
    expect(ledger.redirects.map(({ old, to }) => [old, to])).toEqual([
      ["/flux", "/"],
      ["/images/b.png", "/images/a.png"],
    ]);
  });

  it.each(["", "pages:\nimages:\naliases:\nredirects:\n", "# nothing yet\n"])("may be empty: %j", (text) => {
    expect(read(text)).toEqual({ ledger: { pages: [], images: [], aliases: [], redirects: [] }, said: [] });
  });

  it.each([
    [
      "an id twice",
      "pages:\n  /: [bees, hive, bees]\n",
      '2:19 "bees" is on the list already, in line 2; take one of them away',
    ],
    ["an id on two lists", "pages:\n  /: [bees]\n  /legal: [bees]\n", undefined],
    [
      "an image twice",
      "images:\n  - /images/a.png\n  - /images/a.png\n",
      '3:5 "/images/a.png" is on the list already, in line 2; take one of them away',
    ],
    [
      "a page twice",
      "pages:\n  /: [bees]\n  /: [hive]\n",
      '3:3 The key "/" is given twice; keep one of them',
    ],
    [
      "an old id twice",
      "aliases:\n  wax: bees\n  wax: hive\n",
      '3:3 The key "wax" is given twice; keep one of them',
    ],
    ["another key", "alias: {}\n", '1:1 Unknown key "alias"; did you mean "aliases"?'],
    [
      "a page with its ending",
      "pages:\n  /legal.html: []\n",
      '2:3 Cannot use "/legal.html" as the path of a page; write "/name", without ".html"',
    ],
    [
      "a path out of the output",
      "redirects:\n  /../escaped: /\n",
      '2:3 Cannot use "/../escaped" as the path of a page; write "/name", without ".html"',
    ],
    [
      "an image out of the output",
      "redirects:\n  /../a.png: /images/a.png\n",
      '2:3 Cannot use "/../a.png" as the path of a page; write "/name", without ".html"',
    ],
    [
      "a hidden image",
      "images: [/images/.a.png]\n",
      '1:10 Cannot use "/images/.a.png" for "images": write "/images/name.png" or "/images/name.svg"',
    ],
    [
      "a page of one language",
      "redirects:\n  /de/flux: /\n",
      '2:3 Cannot use "/de/flux": a path holds in every language; write it without "/de"',
    ],
    [
      "the folder of a language",
      "pages:\n  /de:\n",
      '2:3 Cannot use "/de": a path holds in every language; write it without "/de"',
    ],
  ])("is told of %s", (_, text, message) => {
    expect(read(text).said).toEqual(message === undefined ? [] : [message]);
  });
});

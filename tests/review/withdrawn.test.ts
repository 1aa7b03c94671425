import { describe, expect, it } from "vitest";
import { readLedger } from "../../src/content/ledger.ts";
import { findWithdrawn } from "../../src/review/withdrawn.ts";

const LEDGER = `pages:
  /:
    - hive
    - work
    - honey
  /legal:
    - imprint
images:
  - /images/hive.svg
  - /images/hive.png
`;

/** What is told when the ledger has become another text, as `line: message`. */
function told(now: string): string[] {
  const published = (text: string) => readLedger(text, ["en"]).ledger;
  return findWithdrawn(published(LEDGER), published(now)).map(
    ({ message, place, rule }) => `${place.file}:${place.line}: ${message} [${rule}]`,
  );
}

describe("a ledger that lists less than before", () => {
  it("is told of an id, at the line below which it stood", () => {
    expect(told(LEDGER.replace("    - work\n", ""))).toEqual([
      'content/_data/addresses.yaml:3: Cannot find "work" below "/" any more, which has been published; write it again [address-withdrawn]',
    ]);
    expect(told(LEDGER.replace("    - hive\n    - work\n", "")).map((line) => line.split(": ")[0])).toEqual([
      "content/_data/addresses.yaml:2",
      "content/_data/addresses.yaml:2",
    ]);
  });

  it("is told of a page once, with all its ids", () => {
    expect(told(LEDGER.replace("  /legal:\n    - imprint\n", ""))).toEqual([
      'content/_data/addresses.yaml:2: Cannot find "/legal" below "pages" any more, which has been published; write it again with its ids [address-withdrawn]',
    ]);
  });

  it("is told of an image", () => {
    expect(told(LEDGER.replace("  - /images/hive.png\n", ""))).toEqual([
      'content/_data/addresses.yaml:9: Cannot find "/images/hive.png" below "images" any more, which has been published; write it again [address-withdrawn]',
    ]);
  });

  it("is told of everything when it is gone", () => {
    expect(told("").map((line) => line.split(" any more")[0])).toEqual([
      'content/_data/addresses.yaml:1: Cannot find "/" below "pages"',
      'content/_data/addresses.yaml:1: Cannot find "/legal" below "pages"',
      'content/_data/addresses.yaml:1: Cannot find "/images/hive.svg" below "images"',
      'content/_data/addresses.yaml:1: Cannot find "/images/hive.png" below "images"',
    ]);
  });

  it("may have its lines in another order, and new ones", () => {
    expect(told(LEDGER.replace("    - hive\n    - work\n", "    - work\n    - new\n    - hive\n"))).toEqual(
      [],
    );
  });
});

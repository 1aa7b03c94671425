import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addAddresses } from "../../src/content/add-addresses.ts";
import { LEDGER_FILE, readLedger } from "../../src/content/ledger.ts";
import { PROJECT } from "../../src/project.ts";

const found = (pages: Readonly<Record<string, readonly string[]>>, images: readonly string[] = []) => ({
  pages: new Map(Object.entries(pages)),
  images,
});

const LEDGER = `# Ours since 2019.
pages:
  /:
    - bees # never rename
    # of the summer
    - dance
    - hive
  /honey: [honey]

images: []
aliases:
  wax: hive

redirects:
  # later
  # /mead: /honey
`;

describe("new addresses", () => {
  it("stand behind those before them on the page; comments and the rest stay", () => {
    const { text, added } = addAddresses(
      LEDGER,
      found({ "/": ["small", "bees", "food", "dance", "hive", "rooms", "404"], "/honey": ["honey"] }, [
        "/images/dance.png",
      ]),
    );
    expect(text).toBe(`# Ours since 2019.
pages:
  /:
    - small
    - bees # never rename
    - food
    # of the summer
    - dance
    - hive
    - rooms
    - "404"
  /honey: [honey]

images:
  - /images/dance.png
aliases:
  wax: hive

redirects:
  # later
  # /mead: /honey
`);
    expect(added).toEqual(["/#small", "/#food", "/#rooms", "/#404", "/images/dance.png"]);
  });

  it("change nothing where there are none: what is gone from the page stays on the list", () => {
    expect(addAddresses(LEDGER, found({ "/": ["hive"] }))).toEqual({ text: LEDGER, added: [] });
  });

  it.each([undefined, "", "# nothing yet\n", "aliases:\n  wax: bees\n", "pages:\nimages:\n", "pages: {}\n"])(
    "make a ledger of %j",
    (text) => {
      const made = addAddresses(text, found({ "/": ["bees"], "/legal": [] }, ["/images/a.png"]));
      expect(made.added).toEqual(["/", "/#bees", "/legal", "/images/a.png"]);
      expect(made.text).toContain("pages:\n  /:\n    - bees\n  /legal: []\nimages:\n  - /images/a.png\n");
      expect(readLedger(made.text, ["en"]).problems).toEqual([]);
      expect(addAddresses(made.text, found({ "/": ["bees"] })).added).toEqual([]);
    },
  );

  it.each([
    ["CRLF and a byte order mark", (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
    ["no line end at the end", (text: string) => text.trimEnd()],
    ["what it is", (text: string) => text],
  ])("leave each line as it was, in a text with %s", (_, as) => {
    const before = `aliases:   # old
    wax:    hive      # 'wax'


pages:
    /:
    # the first
    - bees     # never rename
    -   "dance"   # a dance

    # of the hive
    - hive
    /honey:  [ honey,wax ]   # short
    /wax:    # nothing
    /mead: ~ # none
    # the end
images: [ ]   # none yet
`;
    const after = `aliases:   # old
    wax:    hive      # 'wax'


pages:
    /:
    - small
    # the first
    - bees     # never rename
    -   "dance"   # a dance
    - food
    - "404"

    # of the hive
    - hive
    - rooms
    /honey:  [ mead, honey, bread, "a,b",wax ]   # short
    /wax:    # nothing
      - wax
    /mead: # none
      - mead
    /new:
      - new
      - "1"
    /legal: []
    # the end
images:   # none yet
  - /images/a.png
`;
    const pages = {
      "/": ["small", "bees", "dance", "food", "404", "hive", "rooms"],
      "/new": ["new", "1"],
      "/honey": ["mead", "honey", "bread", "a,b", "wax"],
      "/wax": ["wax"],
      "/legal": [],
      "/mead": ["mead"],
    };
    const { text, added } = addAddresses(as(before), found(pages, ["/images/a.png"]));
    expect(text).toBe(as(after));
    expect(added).toHaveLength(14);
    expect(addAddresses(text, found(pages, ["/images/a.png"]))).toEqual({ text, added: [] });
  });

  it.each([
    ["pages: { /: [bees] }\n", 'pages: { /: [bees, food], /wax: [wax, "a,b"] }\n'],
    ["pages:\n- x\n", undefined],
    ["pages: {}\n...\n", undefined],
    ["pages: { /: }\n", undefined],
    ["{}\n", undefined],
  ])("leave the form of %j, or say that they cannot", (before, after) => {
    const images = after === undefined ? ["/images/a.png"] : [];
    const add = () =>
      addAddresses(before, found({ "/": ["bees", "food"], "/wax": ["wax", "a,b"] }, images)).text;
    if (after !== undefined) expect(add()).toBe(after);
    else expect(add).toThrow("as it is written; write its lists in lines");
  });

  it("change only their own lines in the ledger of this repository", () => {
    const before = readFileSync(join(PROJECT, LEDGER_FILE), "utf8");
    const { text, added } = addAddresses(before, found({ "/": ["gitops", "brand-new"] }));
    expect(added).toEqual(["/#brand-new"]);
    expect(text).toBe(before.replace("    - gitops\n", "    - gitops\n    - brand-new\n"));
  });
});

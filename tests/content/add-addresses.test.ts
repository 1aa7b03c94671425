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
  /honey:
    - honey

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

  it("change only their own lines in the ledger of this repository", () => {
    const before = readFileSync(join(PROJECT, LEDGER_FILE), "utf8");
    const { text, added } = addAddresses(before, found({ "/": ["gitops", "brand-new"] }));
    expect(added).toEqual(["/#brand-new"]);
    expect(text).toBe(before.replace("    - gitops\n", "    - gitops\n    - brand-new\n"));
  });
});

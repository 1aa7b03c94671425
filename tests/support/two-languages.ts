import { blobId } from "../../src/history/blobs.ts";
import type { Files } from "./folders.ts";

const HONEY = "# Honey\n\nFirst line.\n\nSecond line, of the [hive](hive.md).\n";
const HIVE = "# The hive\n\nBees live here. See [honey](honey.md).\n";

/** A site in two languages, every translation up to date. */
export const TWO_LANGUAGES = {
  "content/_data/site.yaml": `title: Bees
description: { en: A site for tests, de: Eine Seite für Tests }
address: https://bees.example
languages: [en, de]
sections: [hive, honey]
`,
  "content/en/hive.md": HIVE,
  "content/en/honey.md": HONEY,
  "content/de/hive.md": `---
source: ${blobId(HIVE)}
---

# Der Stock {#hive}

Hier leben Bienen. Siehe [Honig](honey.md).
`,
  "content/de/honey.md": `---
nav: Honig
source: ${blobId(HONEY)}
---

# Honig

Erste Zeile.

Zweite Zeile, vom [Stock](hive.md).
`,
} satisfies Files;

import { describe, expect, it } from "vitest";
import { markTranslation } from "../../src/content/mark-translation.ts";
import { blobId } from "../../src/history/blobs.ts";

const ID = blobId("Text\n");

describe("to mark a translation", () => {
  it.each([
    ["writes front matter where there is none", "# Titel\n", `---\nsource: ${ID}\n---\n\n# Titel\n`],
    ["adds a line", "---\nnav: Titel\n---\n\n# Titel\n", `---\nnav: Titel\nsource: ${ID}\n---\n\n# Titel\n`],
    ["adds a line to nothing", "---\n---\n# Titel\n", `---\nsource: ${ID}\n---\n# Titel\n`],
    ["changes the line", "---\nsource: old # ?\nnav: T\n---\n", `---\nsource: ${ID}\nnav: T\n---\n`],
    [
      "leaves the text alone",
      "---\nnav: T\n---\nsource: x\n---\n",
      `---\nnav: T\nsource: ${ID}\n---\nsource: x\n---\n`,
    ],
    ["keeps line ends", "---\r\nsource: old\r\n---\r\nT\r\n", `---\r\nsource: ${ID}\r\n---\r\nT\r\n`],
    ["keeps a byte order mark", "\uFEFF# T\n", `\uFEFF---\nsource: ${ID}\n---\n\n# T\n`],
    ["takes a lone line of dashes for text", "---\n\n# T\n", `---\nsource: ${ID}\n---\n\n---\n\n# T\n`],
  ])("%s", (_, before, after) => {
    expect(markTranslation(before, "Text\n")).toBe(after);
    expect(markTranslation(after, "Text\n")).toBe(after);
  });
});

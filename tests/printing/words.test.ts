import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findMissingWords, readWords } from "../../src/printing/words.ts";
import { LAYOUTS } from "../../src/project.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";

async function layouts(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await emptyFolder();
  await writeFiles(folder, {
    "words/en.yaml": "skip: Skip\npages: Pages\n",
    "words/de.yaml": "skip: Zum Text\n",
    ...files,
  });
  return folder;
}

describe("words of the interface", () => {
  it.each([
    ["en", "Skip"],
    ["de", "Zum Text"],
    ["de-AT", "Zum Text"],
    ["de-Latn-CH", "Zum Text"],
    ["fr", "Skip"],
  ])("are those of the language, or of English: %s", async (language, skip) => {
    expect(await readWords(await layouts(), language)).toEqual({ skip, pages: "Pages" });
  });

  it("are missing where neither a language nor a country of it has them", async () => {
    const places = ["en-GB", "pt-BR", "de-AT", "ar"].map((_, index) => ({
      file: "s.yaml",
      line: 3,
      column: index,
    }));
    const languages = ["en-GB", "pt-BR", "de-AT", "ar"];
    const found = await findMissingWords(await layouts(), { languages, languagePlaces: places });
    expect(found.map(({ message, severity, place }) => [place.column, severity, message])).toEqual([
      [
        1,
        "notice",
        'Cannot find words of the interface in "pt-BR": its pages have English ones; translate layouts/words/en.yaml as layouts/words/pt.yaml',
      ],
      [
        3,
        "notice",
        'Cannot find words of the interface in "ar": its pages have English ones; translate layouts/words/en.yaml as layouts/words/ar.yaml',
      ],
    ]);
  });

  it("of a country come before those of its language", async () => {
    const folder = await layouts({ "words/de-AT.yaml": "skip: Zum Text, bitte\n" });
    expect((await readWords(folder, "de-AT")).skip).toBe("Zum Text, bitte");
    expect((await readWords(folder, "de-CH")).skip).toBe("Zum Text");
  });

  it("that are no texts or cannot be read are a fault that names the file", async () => {
    const folder = await layouts({ "words/de.yaml": "skip: [a]\n", "words/fr.yaml": 'skip: "\n' });
    await expect(readWords(folder, "de")).rejects.toThrow(
      `Cannot use the word "skip" in ${join(folder, "words/de.yaml")}: it is not a text`,
    );
    await expect(readWords(folder, "fr")).rejects.toThrow(
      `Cannot read the words in ${join(folder, "words/fr.yaml")}`,
    );
  });

  it("are the same ones in every language of this repository", async () => {
    const english = Object.keys(await readWords(LAYOUTS, "en"));
    for (const file of await readdir(join(LAYOUTS, "words"))) {
      const own = await readWords(LAYOUTS, file.replace(".yaml", ""));
      expect(Object.keys(own), file).toEqual(english);
    }
  });
});

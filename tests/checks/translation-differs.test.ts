import { describe, expect, it } from "vitest";
import { SETTINGS, said, writeSite } from "../content/faults.ts";

/** What is said of numbers, where a text and its translation are one paragraph each. */
async function numbers(language: string, source: string, translation: string): Promise<string[]> {
  const folder = writeSite({
    "content/_data/site.yaml": SETTINGS.replace("[en]", `[en, ${language}]`).replace(
      "[bees, hive]",
      "[bees]",
    ),
    "content/en/bees.md": `# Bees\n\n${source}\n`,
    "content/en/hive.md": null,
    [`content/${language}/bees.md`]: `# Bees\n\n${translation}\n`,
  });
  return (await said(folder)).filter((line) => line.includes("Number "));
}

describe("translation-differs takes numbers for the same", () => {
  it.each([
    ["ar", "In 2026 and 3 things", "٢٠٢٦ ٣"],
    ["fa", "In 2026 and 3 things", "۲۰۲۶ ۳"],
    ["hi", "In 2026 and 3 things", "२०२६ ३"],
    ["ja", "In 2026 and 3 things", "２０２６、３"],
    ["ar", "1,234,567 and 0.5", "١٬٢٣٤٬٥٦٧ ٠٫٥"],
    ["ja", "1,000 and 0.5", "１，０００ ０．５"],
    ["de-CH", "1,000 and 1,234,567.80", "1’000 1'234'567.80"],
    ["fr", "1,000 and 1,234,567.5", "1\u202F000 1\u00A0234\u00A0567,5"],
    ["es", "10,000 bees", "10 000 abejas"],
    ["en-GB", "10 000 bees", "10 000 bees"],
    ["de", "1,000 of 0.5, 3.1.4 and 2026-11-23", "1.000 0,5 3.1.4 2026-11-23"],
    ["de", "In 3 100 live, and 1,000", "100 3 1.000"],
    ["de", "In 2026 100 live", "100 2026"],
  ])("%s: %s = %s", async (language, source, translation) => {
    expect(await numbers(language, source, translation)).toEqual([]);
  });
});

describe("translation-differs tells other numbers", () => {
  it.each([
    ["ar", "In 2026", "٢٠٢٥", ["2026"], ["٢٠٢٥"]],
    ["de-CH", "1,000 bees", "1’001", ["1,000"], ["1’001"]],
    ["de", "1,000 bees", "1.001", ["1,000"], ["1.001"]],
    ["de", "5 m", "5 m², 5²", [], ["5"]],
  ])("%s: %s ≠ %s", async (language, source, translation, missing, extra) => {
    const told = await numbers(language, source, translation);
    const fault = missing.map((word) => `stands for "${word}" of content/en/bees.md:3`);
    expect(told).toEqual(
      extra.map((word, index) => {
        const text = fault[index] ?? "is not below the heading in content/en/bees.md:1";
        return `${language}/bees.md:3:1 Number "${word}" ${text}; make them the same`;
      }),
    );
  });
});

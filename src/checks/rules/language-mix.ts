import { join } from "node:path";
import { hashOf, keepValue, readValue, versionOf } from "../../cache.ts";
import { baseLanguage } from "../../language.ts";
import type { Block, Document } from "../../model.ts";
import { CACHE } from "../../project.ts";
import { knownLanguages, wordsOfOthers } from "../known-languages.ts";
import { locate } from "../locate.ts";
import type { Rule } from "../rule.ts";

// Words with capitals and code are names half of the time, and mislead: only small words are judged, in sentences that
// have this many letters of them. Measured on 15,600 words of documentation in English and German: of the 781 sentences
// that long none was taken for the other language, and 98 % would be found in the other language's file; of 53,000
// pieces cut at any word, 6 were taken for the other language.
const LENGTH = 30;
const SMALL_WORDS = /(?<![\p{L}\p{N}])[\p{Ll}\p{M}]+(?![\p{L}\p{N}])/gu;

/** Raise it when detect-language.ts comes to tell another language of the same words. */
const revision = 1;

/** What was forgotten in translation, or pasted into the wrong file. Words that are marked `{lang=de}` are meant. */
export const languageMix: Rule = {
  name: "language-mix",
  mayBeAllowed: true,
  async *check({ document }) {
    const languages = knownLanguages(document.site.languages);
    const doubts = [...doubtsIn(document, languages)];
    if (doubts.length === 0) return;
    const verdicts = await judge(
      doubts.map(({ words }) => words),
      languages,
    );
    for (const [index, { sentence, block, language }] of doubts.entries()) {
      const found = verdicts[index];
      if (found == null || found === language) continue;
      const source = document.sources.get(block.place.file) ?? "";
      const place = locate(beginning(sentence, 3), block, source);
      const what = `"${beginning(sentence, 6)}…" looks like ${nameOf(found)} in a text in ${nameOf(language)}`;
      yield { message: `${what}; translate it, or mark it with {lang=${found}}`, place };
    }
  },
};

/** The language of each, kept from one check to the next: to load the detector takes longer than all of this rule. */
async function judge(
  words: readonly string[],
  languages: readonly string[],
): Promise<readonly (string | null)[]> {
  const key = hashOf(JSON.stringify([revision, versionOf("franc-min"), languages, words]));
  const path = join(CACHE, "languages", `${key}.json`);
  const kept = await readValue<readonly (string | null)[]>(path);
  if (kept !== undefined) return kept;
  const { detectLanguage } = await import("../detect-language.ts");
  return keepValue(path, () => words.map((one) => detectLanguage(one, languages) ?? null));
}

interface Doubt {
  readonly sentence: string;
  /** Its small words. */
  readonly words: string;
  readonly block: Block;
  readonly language: string;
}

/** The sentences that hold a common word of another language. Of 25,000 blocks that leaves 230, in 13 ms. */
function* doubtsIn({ pages }: Document, languages: readonly string[]): Generator<Doubt> {
  for (const language of languages) {
    const foreign = wordsOfOthers(language, languages);
    if (foreign === undefined) continue;
    const sentences = new Intl.Segmenter(language, { granularity: "sentence" });
    const sections = pages.flatMap((page) => page.sections);
    for (const block of sections.flatMap((section) => (isIn(section, language) ? section.blocks : []))) {
      const text = block.own ?? block.prose ?? block.text;
      if (block.kind === "code" || text.length < LENGTH || !foreign.test(text)) continue;
      for (const { segment } of sentences.segment(text)) {
        const words = segment.match(SMALL_WORDS)?.join(" ") ?? "";
        if (words.length < LENGTH || !foreign.test(words)) continue;
        yield { sentence: segment.trim(), words, block, language };
      }
    }
  }
}

function isIn(section: { readonly language: string }, language: string): boolean {
  return baseLanguage(section.language) === language;
}

function beginning(sentence: string, words: number): string {
  return sentence.split(" ", words).join(" ");
}

/** Made only for a finding: it takes 20 ms to be made. */
function nameOf(language: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}

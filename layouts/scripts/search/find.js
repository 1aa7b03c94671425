// Finds passages by the words that a reader asks for. A scan of some thousand sentences takes a few milliseconds.

/** Without case and accents: `Änderung` gives `anderung`. */
export const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const isLetter = (character = " ") => /[\p{L}\p{N}]/u.test(character);

/** Where a word occurs, and how well: 3 as a whole word, 2 at the start of one, 1 inside, as in compounds. */
function* occurrences(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1])) yield { at, rank: isLetter(text[at + word.length]) ? 2 : 3 };
    // One or two Latin letters are inside of nearly everything.
    else if (!/^\w{1,2}$/.test(word)) yield { at, rank: 1 };
  }
}

const rankOf = (text, word) => Math.max(0, ...[...occurrences(text, word)].map(({ rank }) => rank));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Where a browser cannot tell sentences, a text is one. */
const cutterOf = (language) => {
  if (!Intl.Segmenter) return (text) => [text];
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment.trim());
};

/** The passages of all sections, with their texts cut into sentences and folded once for all questions. */
export const prepare = (sections, language) => {
  const cut = cutterOf(language);
  return sections.flatMap((section) =>
    section.passages.map(({ texts, ids = {}, ...passage }) => {
      const cuts = texts.map(cut);
      const sentences = cuts.flat();
      return {
        ...passage,
        section,
        sentences,
        ids: cuts.flatMap((some, i) => some.map(() => ids[i] ?? passage.id)),
        foldedTitle: fold(passage.title),
        foldedSentences: sentences.map(fold),
      };
    }),
  );
};

/** Passages that have all the words, the best first, each with the sentence that has most of them. */
export const find = (passages, words) =>
  passages
    .flatMap((passage) => {
      const ranks = passage.foldedSentences.map((sentence) => words.map((word) => rankOf(sentence, word)));
      const best = words.map((word, i) =>
        Math.max(4 * rankOf(passage.foldedTitle, word), ...ranks.map((rank) => rank[i])),
      );
      if (words.length === 0 || best.includes(0)) return [];
      const isTitle = wordsOf(passage.title).join() === words.join();
      const together = ranks.map(sum);
      const most = Math.max(0, ...together);
      const at = most > 0 ? together.indexOf(most) : -1;
      const sentence = passage.sentences[Math.max(0, at)] ?? "";
      const id = passage.ids[at] ?? passage.id;
      return [{ ...passage, id, sentence, score: sum(best) + most + (isTitle ? 100 : 0) }];
    })
    .sort((a, b) => b.score - a.score);

/** The text in pieces, of which every second one was asked for: `Änderungen`, `anderu` gives `["", "Änderu", "ngen"]`. */
export const pieces = (text, words) => {
  // A letter may be two when it is folded, or none: where each of them comes from.
  const origins = [];
  let folded = "";
  let at = 0;
  for (const letter of text) {
    const letters = fold(letter);
    for (let i = 0; i < letters.length; i++) origins.push(at);
    folded += letters;
    at += letter.length;
  }
  origins.push(at);
  const asked = new Set();
  for (const word of words) {
    for (const { at: start } of occurrences(folded, word)) {
      for (let i = origins[start]; i < origins[start + word.length]; i++) asked.add(i);
    }
  }
  const found = [""];
  for (let i = 0; i < text.length; i++) {
    if (asked.has(i) !== (found.length % 2 === 0)) found.push("");
    found[found.length - 1] += text[i];
  }
  return found;
};

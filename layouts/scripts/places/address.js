// Addresses made of words, as the URL Fragment Text Directives of the WICG have them: `#why:~:text=The%20first%20words`.
// The id of the heading stands before them, for when the words are no longer there.

const LEAST_WORDS = 4;

const fold = (text) =>
  text
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Browsers find words whatever their case and accents; without spaces it does not matter where blocks end. */
const squeeze = (text) =>
  fold(text)
    .normalize("NFKD")
    .replace(/\p{M}| /gu, "")
    .toLowerCase();

/** Where words end, in scripts that put no spaces between them too. */
const endsOfWords = (text, language) => {
  const words = Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((one) => one.isWordLike)
    : [...text.matchAll(/\S+/g)].map(({ index, 0: segment }) => ({ index, segment }));
  return words.map(({ index, segment }) => index + segment.length);
};

/** The pieces of text in an element that a browser looks for words in. */
const piecesOf = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, noscript")) pieces.push(walker.currentNode);
  }
  return pieces;
};

const isInline = (one) => /^(inline|contents)/.test(getComputedStyle(one).display);

const blockOf = (one) => (isInline(one) ? blockOf(one.parentElement) : one);

/** The text of a place up to the first box in it that begins a line of its own, because no words match beyond that. */
const firstLineOf = (place) => {
  const parts = [...place.childNodes].filter((part) => !part.matches?.(".anchor"));
  const end = parts.findIndex((part) => part.localName && !isInline(part));
  return (end < 0 ? parts : parts.slice(0, end)).map(({ textContent }) => textContent).join("");
};

/** What can be looked for in a place: its first line; in code all that has single spaces only, for there spaces count. */
export const linesOf = (place) => {
  const text = firstLineOf(place);
  const lines = place.localName === "pre" ? (text.match(/\S+(?: \S+)*/g) ?? []) : [fold(text)];
  return lines.filter((line) => line !== "");
};

const encode = (words) => encodeURIComponent(words).replaceAll("-", "%2D");

const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

const headingOf = (place) =>
  [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)[id]")].findLast((one) =>
    isBefore(one, place),
  );

/** Makes addresses for a page as it is now. */
export const openPage = () => {
  const pieces = piecesOf(document.body);
  const page = squeeze(pieces.map(({ data }) => data).join(""));
  const isUnique = (words) => page.indexOf(words) === page.lastIndexOf(words);

  /** The line that ends where a place begins, as far as it is needed. */
  const wordsBefore = (place, start) => {
    const before = pieces.filter((piece) => isBefore(piece, place));
    const block = blockOf(before.findLast(({ data }) => data.trim() !== "").parentElement);
    const line = before.filter((piece) => block.contains(piece)).map(({ data }) => data);
    const words = fold(line.join("")).split(" ");
    const tails = words.map((_, i) => words.slice(-1 - i).join(" "));
    return tails.find((tail) => isUnique(squeeze(tail + start)));
  };

  /** As few of the first words as no other place has. */
  const uniqueStart = (line, language) => {
    const ends = endsOfWords(line, language);
    const starts = ends.map((end) => line.slice(0, end).replace(/^[^\p{L}\p{N}]+/u, ""));
    return starts
      .slice(Math.min(LEAST_WORDS, starts.length) - 1)
      .find((start) => start !== "" && isUnique(squeeze(start)));
  };

  const directiveOf = (place) => {
    const { lang } = place.closest("[lang]");
    const lines = linesOf(place);
    for (const line of lines) {
      const start = uniqueStart(line, lang);
      if (start) return `:~:text=${encode(start)}`;
    }
    // A place without words of its own is told by what stands before it and touches it.
    const whole = lines[0].slice(0, endsOfWords(lines[0], lang).at(-1));
    const before = wordsBefore(place, whole);
    return before ? `:~:text=${encode(before)}-,${encode(whole)}` : "";
  };

  return (place) => `#${encodeURI(headingOf(place)?.id ?? "")}${directiveOf(place)}`;
};

import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { readView } from "../../review/view.ts";
import { atLeast, atMost, eachPage, type Figure, type Row } from "../row.ts";
import { unasked } from "../window.ts";

const DRAWING = /<svg\b[\s\S]*?<\/svg>/g;

/** Languages that put no spaces between words. */
const UNSPACED = new Set(["ja", "zh", "th", "lo", "km", "my"]);

/** How many words readers get, those in drawings left out: they have a budget of their own. */
function countWords(html: string, language: string): number {
  const { parts } = readView("", html.replace(DRAWING, ""));
  const text = [...parts.values()].flatMap((part) => part.lines).join(" ");
  if (!UNSPACED.has(new Intl.Locale(language).language)) return text.split(/\s+/).length;
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...words].filter(({ isWordLike }) => isWordLike).length;
}

export const weight: Row = {
  name: "HTML with its styles, compressed",
  measure: (site) =>
    eachPage(site.explainers, async ({ path, language, sections }): Promise<Figure> => {
      const { budgets, languages } = site.document.site;
      const html = await site.html(path);
      const flows = sections
        .flatMap(({ pictures }) => pictures)
        .filter(({ file }) => site.document.flows.has(file ?? "")).length;
      const perWord = language === languages[0] ? budgets.bytesPerWord : budgets.bytesPerWordTranslated;
      // A page of few words has styles all the same.
      const words = Math.max(countWords(html, language), budgets.firstWords);
      const budget = words * perWord + budgets.bytesPerPage + flows * budgets.bytesPerFlow;
      return atMost(path, brotliCompressSync(html).length, Math.floor(budget), "bytes");
    }),
};

export const firstWords: Row = {
  name: "words in their style in the first round trip",
  measure: (site) =>
    eachPage(site.explainers, async ({ path, language }): Promise<Figure> => {
      const { firstBytes, firstWords: least } = site.document.site.budgets;
      const html = await site.html(path);
      const compressed = brotliCompressSync(html).subarray(0, firstBytes);
      const arrived = brotliDecompressSync(compressed, { finishFlush: constants.BROTLI_OPERATION_FLUSH });
      const all = countWords(html, language);
      return atLeast(path, countWords(arrived.toString("utf8"), language), Math.min(least, all));
    }),
};

export const roundTrips: Row = {
  name: "round trips to all text",
  measure: (site) =>
    eachPage(site.explainers, async ({ path }): Promise<Figure> => {
      const { firstBytes, roundTrips: most } = site.document.site.budgets;
      const size = brotliCompressSync(await site.html(path)).length;
      // Each round trip brings twice as much as the one before, RFC 5681.
      return atMost(path, Math.ceil(Math.log2(size / firstBytes + 1)), most);
    }),
};

export const script: Row = {
  name: "own script that loads unasked, compressed",
  measure: (site) =>
    eachPage(site.explainers, async ({ path }): Promise<Figure> => {
      const html = await site.html(path);
      const inline = [...html.matchAll(/<script(?![^>]* (?:src|type)=)[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, text]) => text)
        .join("");
      const asked = await site.visit(path, async (visit) => {
        const requests = await unasked(visit);
        return requests.filter((address) => address.startsWith(site.address) && address.endsWith(".js"));
      });
      const files = await Promise.all(
        asked.map(async (address) => site.html(address.slice(site.address.length))),
      );
      const bytes = brotliCompressSync([inline, ...files].join("\n")).length;
      return atMost(path, bytes, site.document.site.budgets.scriptBytes, "bytes");
    }),
};

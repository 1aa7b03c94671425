import { slug } from "github-slugger";
import * as v from "valibot";
import type { Problem, Term } from "../../model.ts";
import { didYouMean } from "../../nearest.ts";
import { asText } from "../../yaml/as-text.ts";
import { mapping, type Path, textIn, words } from "../../yaml/shape.ts";
import type { ListFile, ReadList } from "./read-list.ts";

/** What can be written into an address as it is: `desired-state`. */
const id = v.pipe(
  words,
  v.check(
    (text) => text === "" || text === slug(text),
    ({ input }) => (slug(input) === "" ? "use letters or digits" : `write "${slug(input)}"`),
  ),
);

const termsIn = (languages: readonly string[]) =>
  mapping({
    kind: v.literal("terms"),
    terms: v.pipe(
      v.array(
        mapping({
          id,
          term: textIn(languages, words),
          definition: textIn(languages, words),
          see: v.exactOptional(v.array(words)),
        }),
      ),
      v.minLength(1, "name at least one term"),
    ),
  });

/** What is left of a file with slips: links to its terms are not reported because one of them lacks a language. */
const text = v.fallback(v.union([v.string(), v.record(v.string(), v.string())]), "");
const REST = v.object({
  terms: v.fallback(
    v.array(
      v.fallback(
        v.object({
          id: v.fallback(v.string(), ""),
          term: text,
          definition: text,
          see: v.fallback(v.array(v.string()), []),
        }),
        { id: "", term: "", definition: "", see: [] },
      ),
    ),
    [],
  ),
});

export function readTerms({ yaml, file, languages }: ListFile): ReadList {
  const { problems, place } = yaml.check(termsIn(languages));
  const given = yaml.check(REST).value?.terms ?? [];
  const texts = new Map(given.map(({ id, term }) => [id, asText(term, languages)]));
  const found: Problem[] = [];
  const report = (message: string, path: Path): void =>
    void found.push({ rule: "list", severity: "error", message, place: place(path) });
  const terms = given.map(({ id, term, definition, see }, index): Term => {
    const others = see.flatMap((other, at) => {
      const slip = slipOf(other, id, texts);
      if (slip !== undefined) report(slip, ["terms", index, "see", at]);
      const text = texts.get(other);
      return slip !== undefined || text === undefined ? [] : [{ id: other, term: text }];
    });
    return {
      id,
      term: asText(term, languages),
      definition: asText(definition, languages),
      see: others,
      place: place(["terms", index, "id"]),
    };
  });
  return { list: { kind: "terms", file, terms }, problems: [...problems, ...found] };
}

function slipOf(other: string, id: string, known: ReadonlyMap<string, unknown>): string | undefined {
  if (other === "") return undefined;
  if (other === id) return `The term "${id}" leads to itself; take it off its own list`;
  if (known.has(other)) return undefined;
  return `Cannot find the term "${other}"${didYouMean(other, known.keys()) || "; name the id of another term"}`;
}

import type { ListedLink, Person, Row, Shown } from "../model.ts";
import { printGlossary } from "../printing/glossary.ts";
import { pick } from "../printing/words.ts";
import type { Passage } from "./passage.ts";

/** What a list says: entries with an address of their own, and items that belong to the section. */
interface Listed {
  readonly passages: readonly Passage[];
  readonly items: readonly string[];
}

export function listedPassages(shown: Shown | undefined, language: string, source: string): Listed {
  switch (shown?.kind) {
    case "table":
      return { passages: shown.rows.map((row) => rowPassage(row, language)), items: [] };
    case "terms": {
      const terms = printGlossary(shown.terms, language, source);
      const passages = terms.map(({ id, term, definition, original }) => {
        const texts = original === undefined ? [definition] : [definition, original];
        return { title: term, id: encodeURI(id), texts };
      });
      return { passages, items: [] };
    }
    case "links": {
      const links = shown.groups.flatMap((group) => group.links);
      return { passages: [], items: links.map((link) => linkSentence(link, language)) };
    }
    case "people":
      return { passages: [], items: shown.people.map((person) => personSentence(person, language)) };
    // The facts of an imprint stand beside words that say what they are.
    case "legal":
    case undefined:
      return { passages: [], items: [] };
  }
}

function rowPassage({ id, cells }: Row, language: string): Passage {
  const [title = "", ...others] = cells.map(({ text }) => pick(text, language));
  return { title, id: encodeURI(id), texts: others.filter((text) => text !== "") };
}

function linkSentence({ title, author, note }: ListedLink, language: string): string {
  return [title, author && pick(author, language), note && pick(note, language)].filter(Boolean).join(" – ");
}

function personSentence({ name, role }: Person, language: string): string {
  return role === undefined ? name : `${name}, ${pick(role, language)}`;
}

import { directionOf } from "../language.ts";
import type { Document, Page } from "../model.ts";
import { type Sheet, type SheetOptions, sheetOf } from "./sheet.ts";
import { uncopied } from "./uncopied.ts";
import type { Words } from "./words.ts";

/** From nowhere to the parts of the site, in one language. */
interface Way {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly words: Words;
  readonly links: readonly { readonly href: string; readonly title: string }[];
}

/** The page that hosts show for every address that leads nowhere, whatever language was meant: so it speaks all of them. */
export interface LostSheet extends Sheet {
  readonly ways: readonly Way[];
}

export function lostSheetOf(
  document: Document,
  wordsOf: ReadonlyMap<string, Words>,
  options: Omit<SheetOptions, "words">,
): LostSheet {
  const { languages } = document.site;
  const [language = ""] = languages;
  const words = wordsOf.get(language) ?? {};
  const sheet = sheetOf(lostPage(language, words), document, { ...options, words });
  const ways = languages.map((tongue) => ({
    language: tongue,
    direction: directionOf(tongue),
    words: wordsOf.get(tongue) ?? {},
    links: linksIn(tongue, document, sheet.hrefOf),
  }));
  return uncopied({ ...sheet, ways });
}

function lostPage(language: string, words: Words): Page {
  const title = words.lostTitle ?? "404";
  return { name: "404", language, path: "404.html", layout: "404", title, sections: [] };
}

function linksIn(language: string, { pages }: Document, hrefOf: (path: string) => string): Way["links"] {
  return pages
    .filter((page) => page.language === language)
    .flatMap(({ layout, path, title, sections }) =>
      layout === "explainer"
        ? sections.map(({ name, nav }) => ({ title: nav, href: `${hrefOf(path)}#${name}` }))
        : [{ title, href: hrefOf(path) }],
    );
}

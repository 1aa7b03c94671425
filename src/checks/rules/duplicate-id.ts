import { targetsIn } from "../../content/found-addresses.ts";
import { LEDGER_FILE } from "../../content/ledger.ts";
import type { Document, Page, Place, Shown } from "../../model.ts";
import { type Finding, named, type Rule } from "../rule.ts";

/** An id is one place of a page. Two headings of the same words need one given id. */
export const duplicateId: Rule = {
  name: "duplicate-id",
  *check({ document, built }) {
    yield* shownTwice(document);
    for (const page of document.pages) {
      const places = placesById(page);
      for (const { old, id, place } of document.site.aliases) {
        if (places.has(id) && places.has(old)) places.get(old)?.push(place);
      }
      for (const [id, all] of places) {
        for (const [index, place] of all.entries()) {
          const other = all.find((one, at) => at !== index && !isSame(one, place));
          if (other === undefined) continue;
          yield {
            message: `The id "${id}" is also at ${named(other)}; ${wayOut(place, "one of them")}`,
            place,
          };
        }
      }
      yield* takenByTemplates(page, built.find((facts) => facts.page.path === page.path)?.ids ?? [], places);
    }
  },
};

/** Two sections that show one list: there is nothing to change at its entries. */
function* shownTwice({ site, pages }: Document): Generator<Finding> {
  const withIds = new Set(
    pages.flatMap(({ sections }) => sections.flatMap(({ name, shown }) => (hasIds(shown) ? name : []))),
  );
  const first = new Map<string, string>();
  for (const { name, shows, place } of site.sections) {
    if (shows === undefined || !withIds.has(name)) continue;
    const other = first.get(shows);
    if (other === undefined) first.set(shows, name);
    else {
      const fault = `The list "${shows}" is shown by two sections, "${other}" and "${name}"`;
      yield { message: `${fault}, and each id in it stands twice; take "shows" away from one`, place };
    }
  }
}

function hasIds(shown: Shown | undefined): boolean {
  return shown?.kind === "table" || shown?.kind === "terms";
}

function isSame(one: Place, other: Place): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

function placesById({ sections }: Page): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { id, place } of sections.flatMap(targetsIn)) {
    const known = places.get(id);
    if (known === undefined) places.set(id, [place]);
    else known.push(place);
  }
  return places;
}

function wayOut({ file }: Place, which: string): string {
  if (file === LEDGER_FILE) return "take the old address off the list";
  return file.endsWith(".yaml")
    ? "call the entry by another name"
    : `give ${which} another, such as {#other-id} at its end`;
}

function* takenByTemplates(
  { path }: Page,
  ids: readonly string[],
  places: ReadonlyMap<string, readonly Place[]>,
): Generator<{ message: string; place: Place }> {
  const seen = new Set<string>();
  for (const id of ids) {
    const own = places.get(id) ?? [];
    if (seen.has(id) && own.length < 2) {
      const place = own[0] ?? { file: path, line: 1, column: 1 };
      // A title takes no other id.
      const isTitle = place.file.endsWith(`/${id}.md`);
      const way = isTitle ? "call the file by another name" : wayOut(place, "the heading");
      yield { message: `The id "${id}" stands twice on the page; ${way}`, place };
    }
    seen.add(id);
  }
}

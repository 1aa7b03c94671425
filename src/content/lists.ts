import * as v from "valibot";
import { openYaml } from "../yaml/yaml.ts";
import { readLinks } from "./lists/links.ts";
import { readPeople } from "./lists/people.ts";
import type { ListFile, ReadList } from "./lists/read-list.ts";
import { readTable } from "./lists/table.ts";
import { readTerms } from "./lists/terms.ts";

const READERS = { table: readTable, links: readLinks, people: readPeople, terms: readTerms } as const;
const KIND = v.looseObject({ kind: v.picklist(["table", "links", "people", "terms"]) });

/** A file of `content/_data/` → the list that it keeps. Its `kind` says what shape it has. */
export function readList(source: string, file: string, languages: readonly string[]): ReadList {
  const yaml = openYaml(source, file, "list");
  const { value, problems } = yaml.check(KIND);
  if (value === undefined) return { list: undefined, problems };
  return READERS[value.kind]({ yaml, file, languages } satisfies ListFile);
}

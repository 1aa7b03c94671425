import * as v from "valibot";
import { asText } from "../../yaml/as-text.ts";
import { address, mapping, textIn, words } from "../../yaml/shape.ts";
import { outsideLinks } from "../outside-links.ts";
import type { ListFile, ReadList } from "./read-list.ts";

const peopleIn = (languages: readonly string[]) =>
  mapping({
    kind: v.literal("people"),
    people: v.pipe(
      v.array(
        mapping({
          name: words,
          role: v.exactOptional(textIn(languages, words)),
          url: v.exactOptional(address),
          portrait: v.exactOptional(words),
        }),
      ),
      v.minLength(1, "name at least one person"),
    ),
  });

export function readPeople({ yaml, file, languages }: ListFile): ReadList {
  const { value, problems, place } = yaml.check(peopleIn(languages));
  if (value === undefined) return { list: undefined, problems };
  const people = value.people.map(({ role, url, portrait, ...person }, index) => ({
    ...person,
    ...(url !== undefined && v.is(address, url) ? { url } : {}),
    ...(role === undefined ? {} : { role: asText(role, languages) }),
    ...(portrait === undefined
      ? {}
      : {
          portrait: {
            address: portrait,
            file: portrait,
            alternative: person.name,
            place: place(["people", index, "portrait"]),
          },
        }),
  }));
  const outside = value.people.flatMap(({ url }, index) =>
    outsideLinks(url, place(["people", index, "url"])),
  );
  return { list: { kind: "people", file, outside, people }, problems };
}

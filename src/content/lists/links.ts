import * as v from "valibot";
import { asText } from "../../yaml/as-text.ts";
import { address, language, mapping, textIn, words } from "../../yaml/shape.ts";
import { outsideLinks } from "../outside-links.ts";
import type { ListFile, ReadList } from "./read-list.ts";

const linksIn = (languages: readonly string[]) =>
  mapping({
    kind: v.literal("links"),
    groups: v.pipe(
      v.array(
        mapping({
          label: textIn(languages, words),
          links: v.pipe(
            v.array(
              mapping({
                title: words,
                url: address,
                author: v.exactOptional(textIn(languages, words)),
                year: v.exactOptional(v.number()),
                language: v.exactOptional(language),
                note: v.exactOptional(textIn(languages, words)),
              }),
            ),
            v.minLength(1, "name at least one link"),
          ),
        }),
      ),
      v.minLength(1, "name at least one group"),
    ),
  });

export function readLinks({ yaml, file, languages }: ListFile): ReadList {
  const { value, problems, place } = yaml.check(linksIn(languages));
  if (value === undefined) return { list: undefined, problems };
  const groups = value.groups.map(({ label, links }) => ({
    label: asText(label, languages),
    // An address that was refused leads nowhere, also in the preview.
    links: links
      .filter(({ url }) => v.is(address, url))
      .map(({ author, note, ...link }) => ({
        ...link,
        ...(author === undefined ? {} : { author: asText(author, languages) }),
        ...(note === undefined ? {} : { note: asText(note, languages) }),
      })),
  }));
  const outside = value.groups.flatMap(({ links }, group) =>
    links.flatMap(({ url }, link) => outsideLinks(url, place(["groups", group, "links", link, "url"]))),
  );
  return { list: { kind: "links", file, outside, groups }, problems };
}

import type { Rule } from "../rule.ts";

/** A picture says in words what it shows, for those who do not see it. */
export const pictureAlt: Rule = {
  name: "picture-alt",
  mayBeAllowed: true,
  *check({ document: { pages } }) {
    for (const { alternative, address, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ pictures }) => pictures),
    )) {
      if (alternative !== "") continue;
      const destination = /\s/.test(address) ? `<${address}>` : address;
      yield {
        message: `The picture "${address}" has no alternative text; say what it shows: ![words](${destination})`,
        place,
      };
    }
  },
};

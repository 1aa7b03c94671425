import { slug } from "github-slugger";
import { LEDGER_FILE } from "../../content/ledger.ts";
import { isPlainId, PLAIN_SIGNS } from "../../markdown/id-marks.ts";
import type { Rule } from "../rule.ts";

/** Each heading has words, and an id made of them or given, for the links that lead to it. */
export const headingId: Rule = {
  name: "heading-id",
  *check({ document: { pages } }) {
    for (const { text, id, given, refused, place } of pages.flatMap((page) =>
      page.sections.flatMap(({ headings }) => headings),
    )) {
      if (text === "") yield { message: "This heading has no words; write some, or take it away", place };
      else if (!given && slug(text) === "") {
        yield { message: `Cannot make an id of "${text}"; give one: "## ${text} {#id}"`, place };
      } else if (refused !== undefined) {
        const line = `"${refused}: ${id}" below "aliases" in ${LEDGER_FILE}`;
        const message = `Cannot give a title the id "${refused}": its address is the file's name, "#${id}"; take {#${refused}} away, and where others link to it, add ${line}`;
        yield { message, place };
      } else if (given && !isPlainId(id)) {
        yield { message: `Cannot use "${id}" as an id; ${PLAIN_SIGNS}`, place };
      }
    }
  },
};

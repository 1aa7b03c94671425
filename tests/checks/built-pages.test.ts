import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { findProblems } from "../../src/checks/check.ts";
import type { Outcome } from "../../src/microsite.ts";
import { writeSmallSite } from "../support/hive.ts";

let outcome: Outcome;
beforeAll(async () => {
  outcome = await run({ folder: writeSmallSite(), mode: "check" });
});

/** What is said when a template prints otherwise than it should: the real page, with one thing changed. */
async function messagesAfter(change: (html: string) => string): Promise<string[]> {
  const [page, ...others] = outcome.pages;
  if (page === undefined) throw new Error("Nothing was printed");
  const html = change(page.html);
  expect(html).not.toBe(page.html);
  const problems = await findProblems(outcome.document, [{ ...page, html }, ...others]);
  return problems.map(({ place, message, rule }) => `${place.file}:${place.line} ${message} [${rule}]`);
}

describe("a page that was printed", () => {
  it("is fine as the templates make it", () => {
    expect(outcome.problems).toEqual([]);
  });

  it("has lost words", async () => {
    expect(await messagesAfter((html) => html.replace("A bee is small.", "A bee is."))).toEqual([
      'content/en/bees.md:3 Cannot find these words on index.html: "A bee is small." [lost-text]',
    ]);
  });

  it("has lost a section", async () => {
    const said = await messagesAfter((html) =>
      html.replace(/<section[^>]*aria-labelledby="hive"[\s\S]*?<\/section>/, ""),
    );
    expect(said).toContain(
      'content/en/hive.md:1 Cannot find the section "hive" on index.html; its template leaves it out [lost-text]',
    );
  });

  it("has its sections in another order", async () => {
    const said = await messagesAfter((html) => {
      const [first = "", second = ""] = html.match(/<section[\s\S]*?<\/section>/g) ?? [];
      return html.replace(first, "{moved}").replace(second, first).replace("{moved}", second);
    });
    expect(said).toContain(
      'content/en/bees.md:1 The section "bees" is out of order on index.html [lost-text]',
    );
  });

  it("keeps words that only markup parts, and finds those that it joins", async () => {
    const said = await messagesAfter((html) =>
      html.replace("A bee is small.", "A <em>b</em>ee&#32;is sm<b>all</b>."),
    );
    expect(said).toEqual([]);
    expect(await messagesAfter((html) => html.replace("bee is", "beeis"))).toHaveLength(1);
  });

  it("leads to what was not printed", async () => {
    expect(
      await messagesAfter((html) => html.replace("</footer>", '<a href="imprint.html#us">Us</a></footer>')),
    ).toEqual(['index.html:1 A template links to "imprint.html#us", which was not printed [template-link]']);
  });

  it("has an id of a template that a heading has too", async () => {
    expect(await messagesAfter((html) => html.replace("<main ", '<div id="hive"></div><main '))).toEqual([
      'content/en/hive.md:1 The id "hive" stands twice on the page; call the file by another name [duplicate-id]',
    ]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { beforeAll, expect, it } from "vitest";
import { buildOwnSite } from "../support/own-site.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The roles of a table's parts are lost where styles take them for other boxes, so they are written out.
    "no-redundant-role": "off",
  },
});

let site: string;
beforeAll(() => {
  site = buildOwnSite();
});

const NAMES = ["index.html", "tutorial.html", "glossary.html", "legal.html"];
const PAGES = [...NAMES.flatMap((path) => [path, `de/${path}`]), "404.html"];

async function messagesOf(path: string): Promise<string[]> {
  const report = await validator.validateString(readFileSync(join(site, path), "utf8"));
  const messages = report.results.flatMap(({ messages: all }) =>
    all.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} [${ruleId}]`),
  );
  return [...new Set(messages)];
}

it.each(PAGES)("%s is valid HTML", async (path) => {
  expect(await messagesOf(path)).toEqual([]);
});

it.each(["changes.html", "de/changes.html"])("%s is valid HTML, where there is a history", async (path) => {
  if (existsSync(join(site, path))) expect(await messagesOf(path)).toEqual([]);
});

it("a page has no style attribute and no handler, which a strict policy would forbid", () => {
  for (const path of PAGES) {
    const html = readFileSync(join(site, path), "utf8");
    expect(html).not.toMatch(/<[^>]*\s(style|on[a-z]+)=/i);
  }
});

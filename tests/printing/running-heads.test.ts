import { describe, expect, it } from "vitest";
import type { Page, Section, Site } from "../../src/model.ts";
import { runningHeads } from "../../src/printing/running-heads.ts";

const site = { title: { en: "Bees" }, address: "https://www.bees.example" } as unknown as Site;
const sections = [
  { name: "bees", title: "Bees" },
  { name: "hive", title: 'The "hive" </style>' },
  { name: "wax", title: "Wax" },
] as unknown as Section[];
const page: Page = {
  name: "index",
  layout: "explainer",
  language: "en",
  path: "index.html",
  title: "Bees",
  sections,
};

describe("running heads", () => {
  it("name each section but the opening, whatever its title is", () => {
    expect(runningHeads(page, site)).toBe(`@layer print{@media print{
@page:left{@top-left{content:"Bees"}@bottom-right{content:"bees\\2e example"}}
@page:right{@top-right{content:"Bees"}@bottom-left{content:"bees\\2e example"}}
@page:first{@top-right{content:none}}
@page s0:right{@top-right{content:"The \\22 hive\\22  \\3c \\2f style\\3e "}}[aria-labelledby="hive"]{page:s0}
@page s1:right{@top-right{content:"Wax"}}[aria-labelledby="wax"],.footer{page:s1}}}`);
  });

  it("name the page where it has no parts", () => {
    const legal = { ...page, path: "legal.html", title: "Legal notice", sections: sections.slice(0, 1) };
    const rules = runningHeads(legal, site);
    expect(rules).toContain('@top-right{content:"Legal notice"}');
    expect(rules).toContain('@bottom-left{content:"bees\\2e example\\2f legal"}');
    expect(rules).not.toContain("page:s");
  });
});

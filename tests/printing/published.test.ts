// What machines are told of a published site: built once with two languages, and read back from the files.

import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/build.ts";
import { broadsheet } from "../support/command.ts";
import { emptyFolder, readTree, writeFiles } from "../support/folders.ts";
import { TWO_LANGUAGES } from "../support/two-languages.ts";

const EVIL = "Bees </script><!-- & <script>";
const SITE = {
  ...TWO_LANGUAGES,
  "content/_data/site.yaml": `title: "${EVIL}"
description: { en: A site for tests, de: Eine Seite für Tests }
address: https://bees.example/below/
languages: [en, de]
sections: [hive, { name: honey, shows: keepers }]
pages: [legal]
licence: { name: CC0, url: https://licence.example/0 }
`,
  "content/_data/keepers.yaml": `kind: people
people:
  - name: Ada Bee
    url: https://ada.example
  - name: Bo </script> Hive
`,
  "content/en/pages/legal.md": "# Legal\n\nWho answers for this. And more of it.\n",
};

let site: string;
let output: string;
beforeAll(async () => {
  const folder = await emptyFolder(afterAll);
  [site, output] = [join(folder, "site"), join(folder, "out")];
  await writeFiles(site, SITE);
  expect((await broadsheet(["build", site, "-o", output])).status).toBe(0);
});

const read = (file: string): string => readFileSync(join(output, file), "utf8");

interface Head {
  /** By name or property. */
  readonly meta: Readonly<Record<string, string[]>>;
  readonly links: readonly Readonly<Record<string, string>>[];
  readonly scripts: readonly string[];
}

function headOf(html: string): Head {
  const meta: Record<string, string[]> = {};
  const links: Record<string, string>[] = [];
  const scripts: string[] = [];
  let script: string | undefined;
  new Parser({
    onopentag(tag, attributes) {
      const { name, property, content = "" } = attributes;
      const key = name ?? property;
      if (tag === "meta" && key !== undefined) meta[key] = [...(meta[key] ?? []), content];
      if (tag === "link") links.push(attributes);
      if (tag === "script" && attributes.type === "application/ld+json") script = "";
    },
    ontext(text) {
      if (script !== undefined) script += text;
    },
    onclosetag(tag) {
      if (tag === "script" && script !== undefined) scripts.push(script);
      if (tag === "script") script = undefined;
    },
  }).end(html);
  return { meta, links, scripts };
}

describe("the head of a published page", () => {
  it("says what other sites show of it, in its language", () => {
    const { meta } = headOf(read("de/index.html"));
    expect(meta).toMatchObject({
      "og:title": [`${EVIL}: Der Stock`],
      "og:description": ["Eine Seite für Tests"],
      "og:type": ["article"],
      "og:url": ["https://bees.example/below/de/"],
      "og:site_name": [EVIL],
      "og:locale": ["de_DE"],
      "og:locale:alternate": ["en_US"],
      "og:image:width": ["1200"],
      "og:image:height": ["630"],
      "og:image:alt": [`${EVIL}: Eine Seite für Tests`],
      "twitter:card": ["summary_large_image"],
    });
    expect(meta["og:image"]?.[0]).toMatch(/^https:\/\/bees\.example\/below\/de\/card\.png\?[0-9a-f]{8}$/);
    expect(meta["theme-color"]).toHaveLength(2);
    expect(meta.robots).toBeUndefined();
  });

  it("describes a page of its own by its first words", () => {
    const { meta } = headOf(read("legal.html"));
    expect(meta.description).toEqual(["Who answers for this. And more of it."]);
    expect(meta["og:type"]).toEqual(["website"]);
    expect(meta["og:title"]).toEqual(["Legal"]);
  });

  it.each(["index.html", "legal.html", "de/index.html", "de/legal.html"])("leads to files: %s", (page) => {
    const { links } = headOf(read(page));
    const own = links.filter(({ rel = "" }) => /icon|manifest/.test(rel)).map(({ href = "" }) => href);
    expect(own).toHaveLength(4);
    for (const href of own) expect(existsSync(join(output, posix.dirname(page), href)), href).toBe(true);
  });

  it("tells in structured data whose article it is, and lets no text out of the script", () => {
    const { scripts } = headOf(read("de/index.html"));
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0] ?? "")["@graph"]).toEqual([
      {
        "@type": "TechArticle",
        headline: `${EVIL}: Der Stock`,
        description: "Eine Seite für Tests",
        url: "https://bees.example/below/de/",
        inLanguage: "de",
        author: [
          { "@type": "Person", name: "Ada Bee", url: "https://ada.example" },
          { "@type": "Person", name: "Bo </script> Hive" },
        ],
        image: expect.stringContaining("/de/card.png?"),
        license: "https://licence.example/0",
        translationOfWork: { "@type": "TechArticle", url: "https://bees.example/below/" },
      },
      { "@type": "WebSite", name: EVIL, url: "https://bees.example/below/", inLanguage: ["en", "de"] },
    ]);
  });

  it("tells the way to a page of its own", () => {
    const [, trail] = JSON.parse(headOf(read("legal.html")).scripts[0] ?? "")["@graph"];
    expect(trail).toEqual({
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: EVIL, item: "https://bees.example/below/" },
        { "@type": "ListItem", position: 2, name: "Legal", item: "https://bees.example/below/legal" },
      ],
    });
  });

  it("says nothing of this in a preview, which nobody is to find", async () => {
    const { pages } = await run({ folder: site, mode: "preview" });
    const { meta, links, scripts } = headOf(pages[0]?.html ?? "");
    expect(meta.robots).toEqual(["noindex"]);
    expect([links, scripts, meta["og:title"]]).toEqual([[], [], undefined]);
  });
});

describe("beside the pages", () => {
  it("a map names each page, once, with its languages, and nothing else", () => {
    const map = read("sitemap.xml");
    const found: string[] = [];
    new Parser({ ontext: (text) => void (text.trim() && found.push(text)) }, { xmlMode: true }).end(map);
    const pages = ["", "legal", "de/", "de/legal"].map((path) => `https://bees.example/below/${path}`);
    expect(found).toEqual(pages);
    const links = [...map.matchAll(/hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, tag, href]) => [
      tag,
      href,
    ]);
    expect(links.slice(0, 3)).toEqual([
      ["en", pages[0]],
      ["de", pages[2]],
      ["x-default", pages[0]],
    ]);
    expect(links).toHaveLength(12);
  });

  it("robots are led to the map", () => {
    expect(read("robots.txt")).toContain("Sitemap: https://bees.example/below/sitemap.xml\n");
  });

  it.each([
    ["site.webmanifest", "en"],
    ["de/site.webmanifest", "de"],
  ])("an app's description leads to icons relative to itself: %s", (file, lang) => {
    const { icons, ...manifest } = JSON.parse(read(file));
    expect(manifest).toMatchObject({ name: EVIL, lang, dir: "ltr", start_url: "./" });
    expect(icons).toHaveLength(4);
    for (const { src } of icons) expect(existsSync(join(output, posix.dirname(file), src)), src).toBe(true);
  });

  it("is nothing else than before when it is built again", async () => {
    expect((await broadsheet(["build", site, "-o", `${output}-again`])).status).toBe(0);
    expect(await readTree(`${output}-again`)).toEqual(await readTree(output));
  });
});

describe("the page for addresses that lead nowhere", () => {
  it("leads, in each language, to every part of the site, from any depth", () => {
    const html = read("404.html");
    const hrefs = [...html.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href = ""]) => href);
    const own = hrefs.filter((href) => !/^(#|https:)/.test(href));
    expect(own.length).toBeGreaterThan(8);
    for (const href of own) {
      const [path = "", id] = href.split("#", 2);
      expect(path).toMatch(/^\/below\//);
      const page = read(path.replace("/below/", ""));
      if (id !== undefined) expect(page).toContain(`id="${id}"`);
    }
    for (const path of ["index.html#hive", "index.html#honey", "legal.html", "de/index.html#honey"]) {
      expect(own).toContain(`/below/${path}`);
    }
  });

  it("says so in each language, and is not to be found", () => {
    const html = read("404.html");
    expect(html).toContain('lang="de" dir="ltr"');
    expect(html).toContain("Diese Seite gibt es hier nicht");
    const { meta, links, scripts } = headOf(html);
    expect(meta.robots).toEqual(["noindex"]);
    expect([links, scripts]).toEqual([[], []]);
  });
});

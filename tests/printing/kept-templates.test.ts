import { join } from "node:path";
import nunjucks, { type Compiler } from "nunjucks";
import { beforeEach, describe, expect, it } from "vitest";
import { keepCompiled } from "../../src/printing/kept-templates.ts";
import { emptyFolder, writeFiles } from "../support/folders.ts";

let folder: string;
beforeEach(async () => {
  folder = await emptyFolder();
});

interface Opened {
  /** The text of the page, or what is wrong. */
  readonly render: (data: object) => Promise<string>;
  readonly compiled: () => number;
}

/** An environment of its own, as each process has one, and how many templates it has compiled. */
function open(keeps = true): Opened {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(join(folder, "layouts")));
  let count = 0;
  const compiler: Compiler = {
    compile(...given) {
      count++;
      return nunjucks.compiler.compile(...given);
    },
  };
  if (keeps) keepCompiled(compiler, environment, join(folder, "cache"));
  return {
    render: (data) =>
      new Promise((done) => {
        environment.render("page.njk", data, (error, text) => done(error === null ? `${text}` : `${error}`));
      }),
    compiled: () => count,
  };
}

const TEMPLATES = {
  "layouts/base.njk": "<b>{% block words %}None{% endblock %}</b>{% include 'part.njk' %}",
  "layouts/page.njk": "{% extends 'base.njk' %}{% block words %}{{ word }}{% endblock %}",
  "layouts/part.njk": "{% for one in list %}<i>{{ one | upper }}</i>{% endfor %}",
};

describe("templates that are kept", () => {
  it("say what they say without, and are compiled once", async () => {
    await writeFiles(folder, TEMPLATES);
    const data = { word: "<Some>", list: ["a", "b"] };
    const plain = await open(false).render(data);
    const [first, second] = [open(), open()];
    expect(plain).toBe("<b>&lt;Some&gt;</b><i>A</i><i>B</i>");
    expect(await first.render(data)).toBe(plain);
    expect(await second.render(data)).toBe(plain);
    expect([first.compiled(), second.compiled()]).toEqual([3, 0]);
  });

  it("are compiled anew where they have changed, and only these", async () => {
    await writeFiles(folder, TEMPLATES);
    await open().render({});
    await writeFiles(folder, { "layouts/part.njk": "Other" });
    const changed = open();
    expect(await changed.render({})).toBe("<b></b>Other");
    expect(changed.compiled()).toBe(1);
  });

  it("print no indents of their lines, and all their lines", async () => {
    const list = "<ul>\n  {%- for one in list %}\n\t<li>{{ one }}  </li>\n\n  {%- endfor %}\n</ul>\n";
    await writeFiles(folder, { "layouts/page.njk": list });
    expect(await open().render({ list: ["  a"] })).toBe("<ul>\n<li>  a  </li>\n</ul>\n");
  });

  it("tell what is wrong with them as they do without", async () => {
    await writeFiles(folder, { ...TEMPLATES, "layouts/part.njk": "Fine\n    {% for %}" });
    const plain = await open(false).render({});
    expect(plain).toMatch(/part\.njk\) \[Line 2, Column 12\]\n +unexpected token: %\}/);
    expect(await open().render({})).toBe(plain);
    expect(await open().render({})).toBe(plain);
  });
});

import { expect, it } from "vitest";
import { leaveOutIndents } from "../../src/printing/lean-templates.ts";

it("templates are read without the indents of their lines, and with all their lines", () => {
  const texts = new Map([
    ["a.njk", "<ul>\n  {%- for x in y %}\n\t<li>{{ x }}  </li>\n\n  {%- endfor %}\n</ul>\n"],
  ]);
  const loader = {
    path: "layouts",
    getSource(name: string) {
      const src = texts.get(name);
      return src === undefined ? null : { src, path: `${this.path}/${name}` };
    },
  };
  leaveOutIndents([loader]);
  expect(loader.getSource("a.njk")).toEqual({
    src: "<ul>\n{%- for x in y %}\n<li>{{ x }}  </li>\n\n{%- endfor %}\n</ul>\n",
    path: "layouts/a.njk",
  });
  expect(loader.getSource("b.njk")).toBeNull();
});

// The drawings of small flows as files to look at. `UPDATE=1 npx vitest run tests/diagrams/golden` writes them anew:
// open them, then read the diff.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../src/diagrams/figure.ts";
import { draw, FIXTURES, flowNames } from "./drawn.ts";

describe("a drawing", () => {
  for (const name of flowNames(FIXTURES)) {
    it(`of "${name}" is as it was looked at`, async () => {
      const { flow, drawings } = await draw(FIXTURES, name, ["en"]);
      for (const variant of ["wide", "narrow"] as const) {
        const drawing = drawings[variant];
        if (drawing === undefined) throw new Error(`"${name}" has no wide drawing`);
        const svg = `${drawSvg(flow, drawing, "en", name, variant).replace(/></g, ">\n<")}\n`;
        const file = join(FIXTURES, `${name}.${variant}.svg`);
        if (process.env.UPDATE === "1") writeFileSync(file, svg);
        expect(svg).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
      }
    });
  }
});

import { describe, expect, it } from "vitest";
import { LateShapes, withShapesInPlace } from "../../src/printing/late-shapes.ts";

const drawing = (shapes: string, kind = "drawing flow__drawing--wide"): string =>
  `<svg class="flow__${kind}" viewBox="0 0 9 9">${shapes}</svg>`;
const line = '<g class="flow__step"><path d="M0 0h46"/></g>';
const box = '<g class="flow__actor"><rect/><text x="1">API</text></g>';

describe("late shapes", () => {
  it("are taken out of drawings, and shown there by their ids", () => {
    const shapes = new LateShapes();
    const html = shapes.takeFrom(`<p>One</p>${drawing(box)}<p>Two</p>${drawing(line)}`);
    expect(html).toBe(
      `<p>One</p>${drawing('<use href="#flow-shapes-1"/>')}<p>Two</p>${drawing('<use href="#flow-shapes-2"/>')}`,
    );
    expect(shapes.all).toBe(`<g id="flow-shapes-1">${box}</g><g id="flow-shapes-2">${line}</g>`);
  });

  it("are the same for samples that are alike, and each drawing's own", () => {
    const shapes = new LateShapes();
    const sample = drawing(line, "sample");
    const html = [sample, drawing(box), sample, drawing(box)].map((one) => shapes.takeFrom(one)).join("");
    expect(html.match(/#flow-shapes-\d+/g)).toEqual([1, 2, 1, 3].map((at) => `#flow-shapes-${at}`));
    expect(shapes.all.match(/<g id=/g)).toHaveLength(3);
    // A script moves a drawing's shapes to its place, and would take them from the sample.
    expect(shapes.takeFrom(drawing(line))).toContain("#flow-shapes-4");
  });

  it("are not those of other pictures", () => {
    const html = `<svg class="late"><style></style></svg><svg class="icon">${line}</svg>`;
    const shapes = new LateShapes();
    expect(shapes.takeFrom(html)).toBe(html);
    expect(shapes.all).toBe("");
  });

  it("go back to where they are seen", () => {
    const shapes = new LateShapes();
    const before = `<main>${drawing(box)}${drawing(line, "sample")}${drawing(line, "sample")}</main>`;
    const after = shapes.takeFrom(before);
    expect(withShapesInPlace(`${after}<svg class="late"><defs>${shapes.all}</defs></svg>`)).toBe(
      `${before}<svg class="late"><defs></defs></svg>`,
    );
    expect(withShapesInPlace(after)).toBe(after);
  });
});

// Measures drawings by rules of its own: it shares nothing with the code that chooses between arrangements but the
// sizes of what is drawn.

import { describe, expect, it } from "vitest";
import type { Box, Drawing, Flow, Point } from "../../src/diagrams/flow.ts";
import { layOut } from "../../src/diagrams/layout.ts";
import { DISC, HEAD, NARROWEST, WIDEST } from "../../src/diagrams/sizes.ts";
import { draw, FIXTURES, flowNames, IMAGES } from "./drawn.ts";
import { generateFlow } from "./generate.ts";

interface Named {
  readonly name: string;
  readonly box: Box;
}

describe("a drawing", () => {
  for (const name of flowNames(IMAGES)) {
    it(`of this site's "${name}" has nothing on top of anything else`, async () => {
      const { flow, drawings } = await draw(IMAGES, name, ["en", "de"]);
      expect(drawings.wide).toBeDefined();
      for (const drawing of Object.values(drawings)) expect(faults(flow, drawing)).toEqual([]);
      expect(drawings.narrow.width).toBeLessThanOrEqual(NARROWEST);
      expect(drawings.wide?.width).toBeLessThanOrEqual(WIDEST);
    });
  }

  it("of any of 200 generated flows has nothing on top of anything else and fits a phone", {
    timeout: 240_000,
  }, async () => {
    const found: string[] = [];
    let wide = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const flow = generateFlow(seed);
      const drawings = await layOut(flow);
      if (drawings.wide !== undefined) wide++;
      for (const [variant, drawing] of Object.entries(drawings)) {
        found.push(...faults(flow, drawing).map((fault) => `${seed} ${variant}: ${fault}`));
        const limit = variant === "narrow" ? NARROWEST : WIDEST;
        if (drawing.width > limit) found.push(`${seed} ${variant}: ${drawing.width} units wide`);
      }
    }
    expect(found).toEqual([]);
    expect(wide).toBeGreaterThan(100);
  });

  it("of 60 actors is finished in time, and whole", async () => {
    const flow = generateFlow(7, 60);
    const start = performance.now();
    const drawings = await layOut(flow);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(drawings.narrow.actors).toHaveLength(60);
    expect(faults(flow, drawings.narrow)).toEqual([]);
  });

  it("is the same each time", async () => {
    const flow = generateFlow(11);
    expect(await layOut(flow)).toEqual(await layOut(flow));
  });

  it("has a number at the end of whoever starts the step", async () => {
    const { flow, drawings } = await draw(FIXTURES, "two", ["en"]);
    for (const drawing of Object.values(drawings) as Drawing[]) {
      const [sender, receiver] = drawing.actors.map(middle) as [Point, Point];
      const [sent, fetched] = drawing.steps.map(({ disc }) => disc) as [Point, Point];
      expect(distance(sent, sender)).toBeLessThan(distance(sent, receiver));
      expect(distance(fetched, receiver)).toBeLessThan(distance(fetched, sender));
    }
    expect(flow.steps.map(({ starter }) => starter)).toEqual(["sender", "receiver"]);
  });
});

function faults(flow: Flow, drawing: Drawing): string[] {
  const found: string[] = [];
  const canvas = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const actors = drawing.actors.map((box): Named => ({ name: `actor ${box.id}`, box }));
  const boundaries = drawing.boundaries.map((box): Named => ({ name: `boundary ${box.id}`, box }));
  const labels = drawing.boundaries.map(({ id, label }): Named => ({ name: `label ${id}`, box: label }));
  const discs = drawing.steps.map(
    ({ disc }, index): Named => ({
      name: `number ${index + 1}`,
      box: { x: disc.x - DISC, y: disc.y - DISC, width: 2 * DISC, height: 2 * DISC },
    }),
  );
  const heads = drawing.steps.map(
    ({ points }, index): Named => ({ name: `head ${index + 1}`, box: headBox(points) }),
  );
  const solid = [...actors, ...labels, ...discs, ...heads];
  for (const [index, one] of solid.entries()) {
    if (!isInside(one.box, canvas)) found.push(`${one.name} leaves the drawing`);
    for (const other of solid.slice(index + 1)) {
      if (meet(one.box, other.box)) found.push(`${one.name} lies on ${other.name}`);
    }
  }
  const holder = new Map([...flow.actors, ...flow.boundaries].map(({ id, within }) => [id, within]));
  const isHeld = (id: string, by: string): boolean => {
    const next = holder.get(id);
    return next !== undefined && (next === by || isHeld(next, by));
  };
  for (const boundary of drawing.boundaries) {
    if (!isInside(boundary, canvas)) found.push(`boundary ${boundary.id} leaves the drawing`);
    if (!isInside(boundary.label, boundary)) found.push(`label ${boundary.id} leaves its boundary`);
    for (const other of [...drawing.actors, ...drawing.boundaries]) {
      if (other === boundary) continue;
      if (isHeld(other.id, boundary.id)) {
        if (!isInside(other, boundary)) found.push(`${other.id} leaves ${boundary.id}`);
      } else if (!isHeld(boundary.id, other.id) && meet(other, boundary)) {
        found.push(`${other.id} lies on boundary ${boundary.id}`);
      }
    }
  }
  expect(boundaries).toHaveLength(flow.boundaries.length);
  for (const [index, { points, disc }] of drawing.steps.entries()) {
    const step = flow.steps[index];
    const number = index + 1;
    const from = drawing.actors.find(({ id }) => id === step?.from);
    const to = drawing.actors.find(({ id }) => id === step?.to);
    const [first, last] = [points[0], points.at(-1)];
    if (!from || !to || !first || !last) throw new Error("A step without ends");
    if (!isOnBorder(first, from)) found.push(`step ${number} does not begin at ${from.id}`);
    if (!isOnBorder(last, to)) found.push(`step ${number} does not end at ${to.id}`);
    const parts = points.slice(1).map((b, at) => [points[at] as Point, b] as const);
    if (!parts.some(([a, b]) => isBetween(disc, a, b))) found.push(`number ${number} is not on its line`);
    for (const [a, b] of parts) {
      if (a.x !== b.x && a.y !== b.y) found.push(`step ${number} runs aslant`);
      for (const { name, box } of [...actors, ...labels]) {
        if (meet(thick(a, b), inner(box))) found.push(`step ${number} runs through ${name}`);
      }
      for (const { name, box } of [...discs, ...heads]) {
        if (!name.endsWith(` ${number}`) && meet(thick(a, b), box))
          found.push(`step ${number} runs through ${name}`);
      }
    }
  }
  return found;
}

function headBox(points: readonly Point[]): Box {
  const [before, tip] = points.slice(-2) as [Point, Point];
  const [dx, dy] = [Math.sign(before.x - tip.x), Math.sign(before.y - tip.y)];
  const base = { x: tip.x + dx * HEAD.length, y: tip.y + dy * HEAD.length };
  const [w, h] = dx === 0 ? [HEAD.half, 0] : [0, HEAD.half];
  return {
    x: Math.min(tip.x, base.x) - w,
    y: Math.min(tip.y, base.y) - h,
    width: Math.abs(tip.x - base.x) + 2 * w,
    height: Math.abs(tip.y - base.y) + 2 * h,
  };
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(a: Box, b: Box): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

function isOnBorder({ x, y }: Point, box: Box): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (x < box.x || x > right || y < box.y || y > bottom) return false;
  return x === box.x || x === right || y === box.y || y === bottom;
}

function isBetween(point: Point, a: Point, b: Point): boolean {
  const inX = point.x >= Math.min(a.x, b.x) && point.x <= Math.max(a.x, b.x);
  return inX && point.y >= Math.min(a.y, b.y) && point.y <= Math.max(a.y, b.y);
}

function thick(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x) - 1,
    y: Math.min(a.y, b.y) - 1,
    width: Math.abs(a.x - b.x) + 2,
    height: Math.abs(a.y - b.y) + 2,
  };
}

function inner({ x, y, width, height }: Box): Box {
  return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

import { describe, expect, it } from "vitest";
import { openLetters } from "../../src/diagrams/letters.ts";
import { readFlow } from "../../src/diagrams/read-flow.ts";
import { findUndrawable } from "../../src/diagrams/undrawable.ts";

async function noticesOf(text: string, languages: readonly string[]): Promise<string[]> {
  const { flow, place } = readFlow(text, "images/post.flow.yaml", languages);
  if (flow === undefined) throw new Error("The flow has errors");
  const found = await findUndrawable(flow, place);
  return found.map(
    ({ message, severity, place: { line, column } }) => `${line}:${column} ${severity}: ${message}`,
  );
}

const flow = (title: string, writer: string, step: string): string => `title: ${title}
actors:
  writer: { kind: person, label: ${writer} }
  office: { kind: server, label: Post }
steps:
  - { from: writer, to: office, text: ${step} }
`;

const WAY_OUT = "write it in other letters, or give other sites the address of the page";

describe("the words of a flow", () => {
  it.each(["Größe – „Žluťoučký“ … ‚a‘ “b” ‘c’ §5 €", "Łódź, İstanbul, ő"])(
    "can all be drawn in Latin letters: %s",
    async (text) => expect(await noticesOf(flow(`"${text}"`, "Writer", "Posts it"), ["en"])).toEqual([]),
  );

  it("are said to be lacking in another script, once for each language, at the first of them", async () => {
    const text = flow(
      "{ en: Post, he: דואר }",
      "{ en: Писатель, he: Writer }",
      "{ en: Posts it, he: שולח מכתב }",
    );
    expect(await noticesOf(text, ["en", "he"])).toEqual([
      `3:40 notice: Cannot draw "Писатель" in the SVG and PNG of this flow: their font lacks "П"; ${WAY_OUT}`,
      `1:24 notice: Cannot draw "דואר" and 1 more of its texts in the SVG and PNG of this flow: their font lacks "ד"; ${WAY_OUT}`,
    ]);
  });

  it("are said to be lacking where one text is that of all languages", async () => {
    expect(await noticesOf(flow("Post → box", "Writer", "Posts it"), ["en"])).toEqual([
      `1:8 notice: Cannot draw "Post → box" in the SVG and PNG of this flow: their font lacks "→"; ${WAY_OUT}`,
    ]);
  });

  it("are looked up in the font only where they may be lacking", async () => {
    // What is taken for usual has to be there, in both weights.
    const usual = [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x2013, 0x2014],
      [0x2018, 0x201a],
      [0x201c, 0x201e],
      [0x2022, 0x2022],
      [0x2026, 0x2026],
    ].flatMap(([first = 0, last = 0]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    for (const weight of [400, 600] as const) {
      const { has } = await openLetters(weight);
      expect(usual.filter((code) => !has(String.fromCodePoint(code)))).toEqual([]);
      expect(has("ש")).toBe(false);
    }
  });
});

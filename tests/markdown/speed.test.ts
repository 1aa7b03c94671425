// Texts on which a pattern or a search that goes back over its way takes minutes. Each of them takes a blink.

import { expect, test } from "vitest";
import { printed } from "./reading.ts";

const TIMES = 5000;
const times = (text: string, count = TIMES): string => text.repeat(count);

test.each([
  ["quotations in each other", `${times("> ")}a`],
  ["lists in each other", `${times("- ")}a`],
  ["brackets that open", times("[")],
  ["links in each other", `${times("[")}a${times("](b)")}`],
  ["spans in each other", `${times("[")}a${times("]{lang=de}")}`],
  ["spans that open", times("[a]{lang=")],
  ["marks", times("a {lang=de} ")],
  ["marks behind emphasis", times("*a*{lang=de} ")],
  ["marks at the ends of lines", `> ${times("a {lang=de}\n")}`],
  ["pictures in each other", `${times("![")}a${times("](b)")}`],
  ["emphasis that opens", times("*a **b ")],
  ["spaces before an id", `## a${times(" ", 50_000)}b {#`],
  ["signs of ids", `## a${times(" {#a")}}`],
  ["comments", times("<!-- allow a: b -->\n")],
  ["comments in a line", `${times("<!-- a -->")}x`],
  ["comments that open", times("<!-- ")],
  ["comments that open in a line", `a ${times("<!-- ")}`],
  ["spaces in a comment", `<!-- allow a:${times(" ", 50_000)}b -->${times(" ", 50_000)}x`],
  ["quotes in a caption", `![a](b "${times("' ( \\\"")}")`],
  ["titles that open", `![${times(' "')}](b "c")`],
  ["parentheses that open", `![${times(" (")}](b (c))`],
  ["empty cells", `|${times("      |")}\n|${times("-|")}\n`],
  ["half an encoding", `[a](${times("%0")})`],
  ["steps up", `[a](${times("../")})`],
  ["links", times("[a](b) ")],
  ["references", `${times("[a] ")}\n\n[a]: b`],
  ["entities", times("&")],
  ["footnotes", Array.from({ length: TIMES }, (_, at) => `Word[^${at}].\n\n[^${at}]: Note.\n\n`).join("")],
  ["escaped bars", `| a |\n| - |\n| ${times("\\| [a](b) ", 4 * TIMES)}|\n`],
])("%s are read at once", { timeout: 5000 }, (_, text) => {
  const start = performance.now();
  printed(text);
  expect(performance.now() - start).toBeLessThan(3000);
});

// Texts on which a pattern or a search that goes back over its way takes minutes. Four times as much of them takes four
// times the work; where each part looks at all others, it would be sixteen times.

import { expect, test } from "vitest";
import { printed } from "./reading.ts";

const MANY = 5000;
/** Microseconds of work: less is nobody's matter for thousands of them, however it grows. */
const BLINK = 400_000;

function texts(count: number): ReadonlyMap<string, string> {
  const times = (text: string, often = count): string => text.repeat(often);
  return new Map([
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
    ["spaces before an id", `## a${times(" ", 10 * count)}b {#`],
    ["signs of ids", `## a${times(" {#a")}}`],
    ["comments", times("<!-- allow a: b -->\n")],
    ["comments in a line", `${times("<!-- a -->")}x`],
    ["comments that open", times("<!-- ")],
    ["comments that open in a line", `a ${times("<!-- ")}`],
    ["spaces in a comment", `<!-- allow a:${times(" ", 10 * count)}b -->${times(" ", 10 * count)}x`],
    ["quotes in a caption", `![a](b "${times("' ( \\\"")}")`],
    ["titles that open", `![${times(' "')}](b "c")`],
    ["parentheses that open", `![${times(" (")}](b (c))`],
    ["empty cells", `|${times("      |")}\n|${times("-|")}\n`],
    ["dashes below bars", times("| a | b |\n|-|-|-|\n")],
    ["dashes", `| a |\n${times("|-", 10 * count)}x`],
    ["half an encoding", `[a](${times("%0")})`],
    ["steps up", `[a](${times("../")})`],
    ["links", times("[a](b) ")],
    ["references", `${times("[a] ")}\n\n[a]: b`],
    ["references to nothing", times("[a][b] ")],
    ["brackets that open before one", `${times("[")}a][b]`],
    ["definitions", Array.from({ length: count }, (_, at) => `[a${at}]: b\n`).join("")],
    ["entities", times("&")],
    ["footnotes", Array.from({ length: count }, (_, at) => `Word[^${at}].\n\n[^${at}]: Note.\n\n`).join("")],
    ["escaped bars", `| a |\n| - |\n| ${times("\\| [a](b) ")}|\n`],
  ]);
}

/** Microseconds of work, however many others want the processor. */
function cost(text: string): number {
  const start = process.cpuUsage();
  printed(text);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

test.each([...texts(1).keys()])("%s are read in a time that grows with their number", (name) => {
  const [few = "", many = ""] = [MANY / 4, MANY].map((count) => texts(count).get(name));
  const least = (text: string): number => Math.min(cost(text), cost(text), cost(text));
  expect(least(many)).toBeLessThan(9 * least(few) + BLINK);
});

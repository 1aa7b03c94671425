import { describe, expect, it } from "vitest";
import { readView } from "../../src/review/view.ts";

function partOf(html: string, name = "") {
  return readView("index.html", html).parts.get(name);
}

describe("what readers see of a page", () => {
  it.each([
    ["<p>One <em>two</em>\n three</p><p>Four</p>", ["One two three", "Four"]],
    ["<ul><li>One<ul><li>Two</li></ul>Three</li></ul>", ["One", "Two", "Three"]],
    ["<table><tr><th>A</th><td>B</td></tr></table>", ["A", "B"]],
    ["<pre><code>a\n  <span>b</span>\n</code></pre><p>c</p>", ["a", "  b", "c"]],
    ['<h2>Why<a class="anchor" href="#why">Link</a></h2>', ["Why"]],
    ["<style>p {}</style><script>x()</script><p>a &amp; b</p>", ["a & b"]],
  ])("in lines: %s", (html, lines) => {
    expect(partOf(html)?.lines).toEqual(lines);
  });

  it("tells sections from what is around them, also where one is inside another", () => {
    const html = `<nav>Contents</nav><section aria-labelledby="why"><h2 id="why">Why</h2>
      <section><p>Inner <a href="#x">link</a> <img alt="Picture" src="a.png"></p></section></section><p>Foot</p>`;
    expect(partOf(html)).toMatchObject({ lines: ["Contents", "Foot"] });
    expect(partOf(html, "why")).toEqual({
      lines: ["Why", "Inner link"],
      ids: ["why"],
      links: ["#x"],
      pictures: ["Picture"],
    });
  });

  it("weighs it as it is and as it travels", () => {
    const { weight } = readView("index.html", `<p>${"ä".repeat(1000)}</p>`);
    expect(weight.bytes).toBe(2007);
    expect(weight.brotli).toBeLessThan(60);
  });
});

import { expect, it } from "vitest";
import { readBuiltPage } from "../../src/checks/built-facts.ts";
import type { Page } from "../../src/model.ts";

const page = { path: "index.html", sections: [{ name: "why" }, { name: "how" }] } as unknown as Page;
const read = (html: string) => readBuiltPage({ page, html });

it("reads ids and links of a page, and the words of its sections", () => {
  const facts =
    read(`<!DOCTYPE html><style>a > b { content: "<i id='x'>" }</style><!-- <a id="no" href="no"> -->
<nav><a class="x" href="#why&amp;b">Why</a></nav>
<section aria-labelledby="why"><h2 id="why">Wh<em>y</em>?</h2><a class="anchor" href="#why">#</a><p>1 &lt; 2 &amp;&nbsp;3<br>4<img src="p" alt="a dot"></p>
<section><p>Inner.</p></section><sup class="footnote-ref"><a href="#fn">[<b>1</b>]</a></sup></section>
<section aria-labelledby="how"><pre>x
y</pre></section><script>if (a < b) "<p id='y'>"</script><footer id="end"><a href="legal.html">L</a></footer>`);
  expect(facts.ids).toEqual(["why", "end"]);
  expect(facts.links).toEqual(["#why&b", "legal.html"]);
  expect([...facts.sections]).toEqual([
    ["why", "Why? 1 < 2 & 3 4a dot Inner."],
    ["how", "x y"],
  ]);
});

it("takes half a page for what it is", () => {
  for (const html of [
    "",
    "<",
    '<section aria-labelledby="why"><p',
    "<!-- never closed",
    "<script>never closed",
    "<script>",
    "a > b",
  ]) {
    expect(() => read(html)).not.toThrow();
  }
  expect(read('<section aria-labelledby="why"><p>Cut').sections.size).toBe(0);
});

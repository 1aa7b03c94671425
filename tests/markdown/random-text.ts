/** Numbers that look random and are the same for the same seed (mulberry32), from 0 to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// What editors write, what they mistype, and what somebody with bad intentions would try.
const PIECES = [
  ..."\n|\n\n|\n\n|  \n|\\\n| |    |\t|\t|a|b|One|\\|中|🎉|ö|&|<|>|[|]|(|)|!|*|_|`|``|~~|#|-|=|:|^|\"|'|{|}|$|%|--|—".split(
    "|",
  ),
  "|",
  "\\|",
  "\n# ",
  "\n## ",
  "\n###### ",
  " ##\n",
  "\n===\n",
  "\n---\n",
  " {#a}\n",
  " {#guide}\n",
  ' {#"><script>}\n',
  "\\{#a}",
  "\n> ",
  "> > ",
  "\n> — ",
  "\n> -- ",
  "\n> [!NOTE]\n> ",
  "[!TIP]",
  "\n- ",
  "\n-\n",
  "\n1. ",
  "\n  - ",
  "- - ",
  "\n    ",
  "\n\t",
  "\n```yaml\n",
  "\n```\n",
  '\n~~~"><b style=x>\n',
  "\n| a | b |\n| - | :-: |\n| ",
  " | ",
  "\n|-|\n",
  "[x](",
  "](faq.md)",
  "](javascript:alert(1))",
  "](JAVA&Tab;SCRIPT&colon;alert(1))",
  "](data:text/html,<script>)",
  "](//evil)",
  "](<#a b>)",
  '](#a "T")',
  "](#",
  "]()",
  "][r]",
  "[r]",
  "\n\n[r]: faq.md#b 'T'\n",
  "\n\n[r]: javascript:x\n",
  "![",
  '![x](../../images/lamp.png "C [y](faq.md) *z* <b> [^1]")',
  "![x](javascript:alert(1))",
  "\n\n![x][r]\n\n",
  '\n\n![x](lost.png \'![z](javascript:y "\\"")\')\n\n',
  "<https://example.org/>",
  "<javascript:alert(1)>",
  "<a@b.c>",
  "[^1]",
  "^[x]",
  "\n\n[^1]: ",
  "\n\n[^2]: [^1] ",
  "\n    [^3]: ",
  "[^3]",
  "<script>alert(1)</script>",
  "\n<script>\n",
  "\n<div style='x' onclick=y>\n",
  '<img src=x onerror="y">',
  "<!--",
  "-->",
  "<!-- allow leftover: x -->",
  "\n<!-- allow a: b -->\n",
  "<!-->",
  "<?",
  "<![CDATA[",
  "&lt;script&gt;",
  "&#0;",
  "&quot;",
  "{{ x }}",
  "{% raw %}",
  " {lang=de}",
  "\n{lang=x_y}\n",
  "]{lang=pt-BR}",
  ']{lang=">}',
  "__proto__",
  "\n## constructor\n",
];

/** A text of up to 60 pieces. */
export function randomText(seed: number): string {
  const random = randomNumbers(seed);
  const length = 1 + Math.floor(random() * 60);
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join("");
}

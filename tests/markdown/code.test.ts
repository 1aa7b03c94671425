import highlighter from "highlight.js/lib/core";
import { beforeAll, expect, it } from "vitest";
import { printed } from "./reading.ts";

const CODE = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's
  bash: 'for f in "$@"; do echo ${f%.*} >&2; done # it\'s <so>\ncat <<EOF\n$(date) & more\nEOF',
  css: '@media (width > 40rem) { a:hover::before, .b > c { color: #fff; content: "<&" } }',
  diff: "--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n-old <b>\n+new & 'it'\n!",
  dockerfile: 'FROM node:20 AS a\nRUN echo \'x\' && \\\n  ls | grep "y"\nCMD ["node", "a.js"]',
  go: 'package main\n\n// It\'s\nfunc (s *Set[T]) Add(v T) error { return fmt.Errorf("%w < %d", err, 1<<3) }',
  ini: '; it\'s\n[a.b]\nkey = "<v>" \nn = 1e3\nb = [true, $VAR]',
  javascript:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code
    "const f = async ({ a }, ...b) => `${a < b ? \"x\" : /re[/]x/g} & ${await c}`;\nclass A extends B { #x = <div className='y'>{z}</div>; }",
  json: '{ "a": [1, -2.5e3, true, null, "<b> & \\"c\\""] }',
  markdown: "# H <b>x</b>\n\n*a* **b** `c` [d](e 'f')\n\n> q\n\n<script>let a = 1 < 2;</script>\n",
  python: '@dec\ndef f(x: int = 1) -> str:\n    """It\'s > that"""\n    return f\'{x!r:>{w}} & {y}\'',
  shell: "$ echo \"a & b\" | grep 'c' > d\nout\n# ls -la",
  sql: "SELECT a.b, COUNT(*) FROM t WHERE c <> 'it''s' AND d >= 1 -- note",
  typescript:
    'export type A<T extends string = "x"> = { readonly [K in T]?: K & B };\nfunction f(this: A, x!: number): x is 1 { return x as unknown as 1 }',
  xml: '<!DOCTYPE html><a b=\'c\' d="&amp;"><style>a > b { c: d }</style><script>if (1 < 2) "x";</script><![CDATA[ <&> ]]></a>',
  yaml: "a: &b !!str \"c <d>\" # it's\n? - 'e'\n: |\n  f & g\nh: *b\ni: {{ .Values.x }}",
};

const plain = highlighter.newInstance();
beforeAll(async () => {
  for (const name of Object.keys(CODE)) {
    plain.registerLanguage(name, (await import(`highlight.js/lib/languages/${name}`)).default);
  }
});

/** Of the classes that highlight.js writes, those that have a look here, by what they look like. */
const LOOKS: Readonly<Record<string, string>> = {
  "hljs-comment": "comment",
  "hljs-meta": "comment",
  "hljs-attr": "name",
  "hljs-attribute": "name",
  "hljs-built_in": "name",
  "hljs-name": "name",
  "hljs-selector-tag": "name",
  "hljs-keyword": "keyword",
  "hljs-section": "keyword",
  "hljs-title": "keyword",
  "hljs-string": "text",
  "hljs-regexp": "text",
  "hljs-number": "value",
  "hljs-literal": "value",
  "hljs-variable": "value",
  "hljs-symbol": "value",
  "hljs-bullet": "value",
  "hljs-addition": "added",
  "hljs-deletion": "removed",
};

/** The same spans by what they look like, and none that looks like nothing. */
function inLooks(html: string): string {
  const open: (string | undefined)[] = [];
  return html.replace(/<(?:span class="([\w-]+)[^>]*|\/span)>/g, (tag, name: string | undefined) => {
    if (tag === "</span>") return open.pop() === undefined ? "" : tag;
    const look = LOOKS[name ?? ""];
    open.push(look);
    return look === undefined ? "" : `<span class="code__${look}">`;
  });
}

it.each(Object.entries(CODE))("colours %s as highlight.js itself does", (language, code) => {
  const { value } = plain.highlight(`${code}\n`, { language, ignoreIllegals: true });
  expect(value).toContain('<span class="hljs-');
  const { html } = printed(`\`\`\`\`${language}\n${code}\n\`\`\`\`\n`);
  expect(html).toContain(`>${inLooks(value)}</code>`);
});
